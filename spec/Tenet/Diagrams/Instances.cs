using System.Collections.Immutable;

namespace Tenet.Diagrams;

/// <summary>What a theory's invariants say of certain elements.</summary>
internal static class Instances
{
    /// <summary>Beyond this many, an invariant of many parameters is left out: it would exclude little.</summary>
    private const int Most = 64;

    /// <summary>Every invariant with its parameters replaced by these variables in every way that their sorts allow.</summary>
    public static ImmutableArray<Formula> Of(Theory theory, ImmutableArray<Variable> variables) =>
    [
        .. from property in theory.Properties
           where property.Kind is PropertyKind.Safety or PropertyKind.Supporting
           let body = Formulas.Expand(property.Body)
           from choice in Choices(property.Parameters, variables)
           select Formulas.Substitute(body, choice),
    ];

    private static IEnumerable<ImmutableArray<KeyValuePair<Variable, Formula>>> Choices(ImmutableArray<Variable> parameters, ImmutableArray<Variable> variables)
    {
        IEnumerable<ImmutableArray<KeyValuePair<Variable, Formula>>> choices = [[]];
        foreach (var parameter in parameters)
        {
            // A parameter that nothing can stand for stays itself: of it nothing is known.
            var candidates = variables.Where(variable => variable.Sort == parameter.Sort).DefaultIfEmpty(parameter).ToList();
            choices = choices.SelectMany(choice => candidates.Select(candidate => choice.Add(KeyValuePair.Create<Variable, Formula>(parameter, candidate))));
        }

        return choices.Take(Most);
    }
}
