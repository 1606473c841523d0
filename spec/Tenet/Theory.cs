using System.Collections.Immutable;

namespace Tenet;

/// <summary>A transition system in first-order logic: sorts, symbols, initial states, actions, properties. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Symbols">Relations, functions and constants in the order of declaration; defined predicates are in <paramref name="Definitions"/>.</param>
/// <param name="Definitions">Defined predicates.</param>
/// <param name="Initial">The state at first, as changes of the empty state.</param>
/// <param name="Actions">What can happen.</param>
/// <param name="Properties">Axioms and what is claimed.</param>
public sealed record Theory(
    string Name, ImmutableArray<Symbol> Symbols, ImmutableArray<Symbol> Definitions,
    ImmutableArray<Update> Initial, ImmutableArray<ActionRule> Actions, ImmutableArray<Property> Properties)
{
    /// <summary>The sorts that the symbols speak of, in the order of first use; not the truth values.</summary>
    public ImmutableArray<Sort> Sorts { get; } =
        [.. Symbols.SelectMany(symbol => symbol.Arguments.Append(symbol.Result)).Where(sort => !sort.IsTruth).Distinct()];

    /// <summary>The properties of a kind.</summary>
    public IEnumerable<Property> Of(PropertyKind kind) => Properties.Where(property => property.Kind == kind);

    /// <summary>All rules in the order of declaration.</summary>
    public IEnumerable<Rule> Rules => Actions.Cast<Rule>().Concat(Properties);

    /// <summary>The action of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ActionRule Action(string name) =>
        Actions.FirstOrDefault(action => action.Name == name) ?? throw new KeyNotFoundException($"no action is called '{name}'");

    /// <summary>Reads a vocabulary and its rules.</summary>
    /// <param name="name">The theory's name.</param>
    /// <param name="vocabulary">The symbols.</param>
    /// <param name="rules">The rules, in reading order.</param>
    /// <exception cref="TheoryException">They are no theory: everything that is wrong, at once.</exception>
    public static Theory Build(string name, Vocabulary vocabulary, params ReadOnlySpan<Rules> rules)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new Building.TheoryBuilder(name, vocabulary).Build(rules);
    }
}
