using System.Reflection;
using Xvma.Proofs.Il;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Tests;

/// <summary>Do the lemmas, together, say everything? Each instruction of each proved method is changed, one at a time.</summary>
public sealed class AlterationTests(ITestOutputHelper output)
{
    private static readonly ISolver Solver = Z3Solver.Find();

    private static readonly MethodInfo[] Methods =
        [.. new[] { typeof(AddressMath), typeof(PageCodes), typeof(MappingMath) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))];

    public static TheoryData<string> EveryMethod => new(Methods.Select(Name));

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Every_changed_instruction_is_noticed(string name)
    {
        foreach (var alteration in IlAlterations.Of(Methods.Single(method => Name(method) == name)))
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var verdict = "SURVIVED";
            foreach (var lemma in Lemmas.All)
            {
                if (!lemma.Obligation().Definitions.Any(definition => definition.StartsWith($"(define-fun {name} ", StringComparison.Ordinal)))
                    continue;
                ProofResult result;
                try
                {
                    result = lemma.Prove(Solver, alteration.ToCode(), TimeSpan.FromSeconds(10));
                }
                catch (NotSupportedException refused)
                {
                    verdict = $"untranslatable: {refused.Message}";
                    break;
                }

                if (result.Verdict == ProofVerdict.Refuted)
                {
                    Assert.True(new Mutant(lemma, "", alteration.ToCode()).IsToldApartBy(result.Counterexample!));
                    verdict = $"{lemma.Id} {result}";
                    break;
                }
                if (!result.IsProved) verdict += " " + lemma.Id + " " + result;
            }

            output.WriteLine($"{alteration}: {verdict} {System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:F1}s");
        }
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
