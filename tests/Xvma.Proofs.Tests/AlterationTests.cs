using System.Reflection;
using Xvma.Proofs.Il;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Tests;

/// <summary>
/// Do the lemmas, together, say everything? Each instruction of each proved method is changed, one at a time, and one of them must notice.
/// </summary>
public sealed class AlterationTests(ITestOutputHelper output)
{
    private static readonly ISolver Solver = Z3Solver.Find();

    private static readonly MethodInfo[] Methods =
        [.. new[] { typeof(AddressMath), typeof(PageCodes), typeof(MappingMath) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))];

    // What cannot be noticed, and why not.
    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["AddressMath.Lower blt.un.s → ble.un.s"] = "of two equal words either is the lower",
        ["AddressMath.Upper blt.un.s → ble.un.s"] = "of two equal words either is the greater",
        ["AddressMath.CanRoundUp ldc.i4.m1 → ldc.i4 -2"] = "the last word and the one before lie in one page, of whatever size",
        ["PageCodes.ShiftOf ldc.i4.s → ldc.i4 62"] = "what is masked is a multiple of 8",
        ["PageCodes.PlaceLow ldc.i4.s → ldc.i4 62"] = "what is masked is a multiple of 8",
        ["PageCodes.PlaceHigh ldc.i4.s → ldc.i4 62"] = "what is masked is a multiple of 8",
        ["PageCodes.Has ldc.i4.0 → ldc.i4 1"] = "matches are the top bits of bytes: none is 1",
        ["PageCodes.FirstSlot ldc.i4.0 → ldc.i4 1"] = "matches are the top bits of bytes: one more than their negation has the same ones below the lowest",
        ["PageCodes.Matches ldc.i8 → ldc.i8 9187201950435737470"] = "the lowest bit is set in the sum or in the difference, never in neither",
        ["MappingMath.SplitsPage ldc.i4.1 → ldc.i4 2"] = "true is whatever is not 0",
    };

    public static TheoryData<string> EveryMethod => new(Methods.Select(Name));

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Every_changed_instruction_is_noticed_by_a_lemma(string name)
    {
        var method = Methods.Single(method => Name(method) == name);
        var about = Lemmas.Obligations.Where(part => IsAbout(part, name)).ToList();
        var unnoticed = new List<string>();
        foreach (var alteration in IlAlterations.Of(method))
        {
            var noticed = WhoNotices(alteration, about);
            output.WriteLine($"{alteration}: {noticed ?? "unnoticed"}");
            if (noticed is null)
                unnoticed.Add($"{name} {alteration.Before.Code} → {alteration.After.Code}{(alteration.After.Operand is long number ? $" {number}" : "")}");
        }

        Assert.NotEmpty(about);
        Assert.Equal(Harmless.Keys.Where(harmless => harmless.StartsWith(name + " ", StringComparison.Ordinal)), unnoticed);
    }

    private static string? WhoNotices(IlAlteration alteration, List<Obligation> parts)
    {
        var code = alteration.ToCode();
        foreach (var part in parts)
        {
            ProofResult result;
            try
            {
                result = part.Prove(Solver, code);
            }
            catch (NotSupportedException refusal)
            {
                // A shift by what may be too much: the translation itself says no.
                return $"not translated: {refusal.Message}";
            }

            // Where the premise became impossible something was noticed as well, but another lemma must say what.
            if (result.Verdict is ProofVerdict.Proved or ProofVerdict.Vacuous)
                continue;
            Assert.Equal(ProofVerdict.Refuted, result.Verdict);
            Assert.True(new Mutant(part, alteration.ToString(), code).IsToldApartBy(result.Counterexample!), $"{result} is no counterexample when it is run");
            return $"{part.Id}, {result}";
        }

        return null;
    }

    private static bool IsAbout(Obligation part, string name) =>
        part.Question().Definitions.Any(definition => definition.StartsWith($"(define-fun {name} ", StringComparison.Ordinal));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
