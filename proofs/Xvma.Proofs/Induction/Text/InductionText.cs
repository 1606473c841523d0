using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>The obligations of a theory in SMT-LIB 2. An obligation's text is unsatisfiable if and only if it holds.</summary>
internal sealed class InductionText
{
    private const string PropertyPrefix = "premise.p.";
    private const string ConjunctPrefix = "premise.c.";
    private readonly Theory theory;
    private readonly SmtNames names;
    private readonly SmtWriter writer;

    public InductionText(Theory theory)
    {
        this.theory = theory;
        names = new(theory);
        writer = new(names);
    }

    public SmtNames Names => names;

    /// <summary>Sorts and symbols.</summary>
    public string Declarations()
    {
        var text = new StringBuilder();
        foreach (var sort in theory.Sorts)
        {
            if (sort.IsEnumeration)
                text.AppendLine(CultureInfo.InvariantCulture, $"(declare-datatypes (({names.Of(sort)} 0)) (({string.Join(' ', Enumerable.Range(0, sort.Members.Length).Select(member => $"({names.Of(sort, member)})"))})))");
            else
                text.AppendLine(CultureInfo.InvariantCulture, $"(declare-sort {names.Of(sort)} 0)");
        }

        foreach (var symbol in theory.Symbols)
            text.AppendLine(CultureInfo.InvariantCulture, $"(declare-fun {names.Of(symbol)} ({string.Join(' ', symbol.Arguments.Select(names.Of))}) {names.Of(symbol.Result)})");
        return text.ToString();
    }

    /// <summary>What may be assumed of a state: the axioms, and the invariants too unless nothing has happened yet.</summary>
    public string Assumptions(bool isInitial, bool named = false)
    {
        var text = new StringBuilder();
        foreach (var property in theory.Of(PropertyKind.Axiom).Concat(isInitial ? [] : InductionObligations.Invariants(theory)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"; {property.Title}");
            text.AppendLine(Assume(Formulas.Expand(property.Closed), new(property, -1), named));
        }

        return text.ToString();
    }

    /// <summary>That an action happens, for some parameters.</summary>
    public string Happens(ActionRule action, bool named = false)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"; {action.Title}").Append(Constants(action.Parameters));
        foreach (var (index, conjunct) in Conjuncts(action.Enabled).Index()) text.AppendLine(Assume(Formulas.Expand(conjunct), new(null, index), named));
        return text.ToString();
    }

    /// <summary>What has to hold for an action to happen, part by part.</summary>
    public static ImmutableArray<Formula> Conjuncts(Formula formula) => formula is Junction { Kind: JunctionKind.And } and ? and.Operands : [formula];

    /// <summary>The premise of a name.</summary>
    public Premise PremiseOf(string name)
    {
        var index = int.Parse(name.AsSpan("premise.x.".Length), CultureInfo.InvariantCulture);
        return name.StartsWith(PropertyPrefix, StringComparison.Ordinal) ? new(theory.Properties[index], -1) : new(null, index);
    }

    /// <summary>That the goal fails, for some elements.</summary>
    public string GoalFails(InductionObligation obligation)
    {
        ImmutableArray<Variable> variables = [.. obligation.Property.Parameters];
        return $"; not {obligation.Property.Title}\n{Constants(variables)}{Assert(Formulas.Negate(obligation.Goal))}\n";
    }

    /// <summary>That a sort has at most this many elements, and variables that name them.</summary>
    public (string Text, ImmutableArray<Variable> Elements) AtMost(Sort sort, int count)
    {
        var any = new Variable("any", sort);
        var elements = Enumerable.Range(1, count).Select(_ => new Variable($"{sort.Name}.only", sort)).ToImmutableArray();
        var only = Formulas.Or([.. elements.Select(element => new Equality(any, element))]);
        return ($"{Constants(elements)}{Assert(Formulas.ForAll([any], only))}\n", elements);
    }

    /// <summary>That every sort has at most this many elements.</summary>
    public string AtMostEach(int count) => string.Concat(theory.Sorts.Where(sort => !sort.IsEnumeration).Select(sort => AtMost(sort, count).Text));

    /// <summary>A formula as an assertion.</summary>
    public string Assert(Formula formula) => $"(assert {writer.Write(formula)})";

    private string Constants(ImmutableArray<Variable> variables) =>
        string.Concat(variables.Select(variable => $"(declare-const {names.Of(variable)} {names.Of(variable.Sort)})\n"));

    private string Assume(Formula formula, Premise premise, bool named) =>
        named ? $"(assert (! {writer.Write(formula)} :named {NameOf(premise)}))" : Assert(formula);

    private string NameOf(Premise premise) => premise.Property is { } property
        ? string.Create(CultureInfo.InvariantCulture, $"{PropertyPrefix}{theory.Properties.IndexOf(property)}")
        : string.Create(CultureInfo.InvariantCulture, $"{ConjunctPrefix}{premise.Conjunct}");
}
