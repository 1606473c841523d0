using System.Collections.Immutable;

namespace Tenet.Printing;

/// <summary>What the variables in scope are called: each by its own name where no other in scope has it. Immutable.</summary>
internal sealed class VariableNames
{
    private readonly ImmutableDictionary<Variable, string> names;
    private readonly ImmutableHashSet<string> taken;

    private VariableNames(ImmutableDictionary<Variable, string> names, ImmutableHashSet<string> taken)
    {
        this.names = names;
        this.taken = taken;
    }

    /// <summary>The name of a variable in scope.</summary>
    public string this[Variable variable] => names[variable];

    /// <summary>No variables; names that none may have.</summary>
    public static VariableNames Beside(IEnumerable<string> taken) => new(ImmutableDictionary<Variable, string>.Empty, [.. taken]);

    /// <summary>These variables come into scope.</summary>
    public VariableNames With(IEnumerable<Variable> variables, Notation notation)
    {
        var (next, used) = (names, taken);
        foreach (var variable in variables.Distinct().Where(variable => !names.ContainsKey(variable)))
        {
            var name = variable.Name;
            for (var number = 2; used.Contains(name); number++) name = notation.Numbered(variable.Name, number);
            next = next.Add(variable, name);
            used = used.Add(name);
        }

        return new(next, used);
    }

    /// <summary>Variables of a formula that no quantifier in it binds, in the order of appearance.</summary>
    public static IEnumerable<Variable> FreeIn(Formula formula) => FreeIn(formula, []).Distinct();

    private static IEnumerable<Variable> FreeIn(Formula formula, ImmutableHashSet<Variable> bound) => formula switch
    {
        Variable variable => bound.Contains(variable) ? [] : [variable],
        Quantified quantified => FreeIn(quantified.Body, bound.Union(quantified.Variables)),
        _ => Formulas.Children(formula).SelectMany(child => FreeIn(child, bound)),
    };
}
