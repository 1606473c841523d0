using Xvma.Proofs.Induction;
using Xvma.Proofs.Smt;
using Xvma.Spec.Formal;

namespace Xvma.Proofs.Tests;

public sealed class SolverTests
{
    private static readonly string[] NoSuchLibrary = ["libz3-that-is-nowhere.so.4"];

    [Fact]
    public void Without_z3_nothing_is_proved_and_one_line_says_what_to_install()
    {
        var missing = Z3Solver.Find(NoSuchLibrary);
        Assert.All(Lemmas.All, lemma =>
        {
            var result = lemma.Prove(missing);
            Assert.Equal(ProofVerdict.SolverMissing, result.Verdict);
            Assert.False(result.IsProved);
            Assert.Contains("install Debian's libz3-4", result.ToString());
            Assert.DoesNotContain('\n', result.ToString());
        });
    }

    [Fact]
    public void A_solver_that_gives_up_proves_nothing()
    {
        var answer = Z3Solver.Find().Ask(Hard(), TimeSpan.FromMilliseconds(1));
        Assert.Equal(SolverAnswerKind.Unknown, answer.Kind);
        Assert.NotEmpty(answer.Reason);

        var result = Lemmas.ObligationById("L4/range").Prove(new Stub(answer));
        Assert.Equal(ProofVerdict.Unknown, result.Verdict);
        Assert.False(result.IsProved);
    }

    [Fact]
    public void A_short_time_for_one_question_is_not_the_time_of_another()
    {
        // Z3's own option for it is the whole process's: conversations begun after it were cut off at their first word.
        Z3Solver.Find().Ask(Hard(), TimeSpan.FromMilliseconds(1));
        var some = InductionObligations.Of(XvmaTheory.Theory).Where(obligation => !obligation.IsTrivial).Take(20).ToList();
        var results = new InductionProver(XvmaTheory.Theory, TimeSpan.FromSeconds(30), workers: 2).Prove([.. some], stop: TestContext.Current.CancellationToken);
        Assert.All(results, result => Assert.True(result.IsProved, $"{result.Obligation.Id}: {result.Reason}"));
    }

    [Fact]
    public void A_question_that_is_no_smt_lib_is_no_proof()
    {
        var query = new SmtQuery([], ["(define-fun broken"], [], Term.True);
        var answer = Z3Solver.Find().Ask(query, Obligation.DefaultTimeout);
        Assert.Equal(SolverAnswerKind.Unknown, answer.Kind);
        Assert.Contains("error", answer.Reason);
    }

    [Fact]
    public void A_lemma_whose_premise_never_holds_is_no_lemma()
    {
        var vacuous = new Obligation("test/vacuous", ["ADR-5"], "Nothing", (ulong a) => Logic.Implies(a < 3 && a > 5, a == 17));
        Assert.Equal(ProofVerdict.Vacuous, vacuous.Prove(Z3Solver.Find()).Verdict);
    }

    [Fact]
    public void A_false_lemma_is_refuted_by_values_of_every_sort()
    {
        var lemma = new Obligation("test/false", ["ADR-5"], "Nothing", (ulong a, int b, bool c) => !(a == 0x8000_0000_0000_0040 && b == -3 && c));
        var result = lemma.Prove(Z3Solver.Find());
        Assert.Equal("refuted: a = 0x8000_0000_0000_0040, b = -3, c = true", result.ToString());
        Assert.False(lemma.HoldsFor(result.Counterexample!.Values));
    }

    [Fact]
    public void Obligations_can_be_written_for_any_solver()
    {
        var directory = Directory.CreateTempSubdirectory("xvma-obligations").FullName;
        try
        {
            var paths = ObligationFiles.Write(directory, Lemmas.Obligations);
            Assert.Equal(Lemmas.Obligations.Count, paths.Count);
            var text = File.ReadAllText(Path.Combine(directory, "L4-no-shared-byte.smt2"));
            Assert.Contains("(define-fun AddressMath.Overlaps ", text);
            Assert.Contains("(check-sat)", text);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void Whether_z3_linq_has_a_part_is_said_in_one_line()
    {
        Assert.StartsWith("Z3.Linq: ", Z3LinqStatus.Line);
        Assert.EndsWith("lemmas proved through libz3 directly", Z3LinqStatus.Line);
        Assert.DoesNotContain('\n', Z3LinqStatus.Line);
    }

    private sealed class Stub(SolverAnswer answer) : ISolver
    {
        public string Name => "stub";

        public SolverAnswer Ask(SmtQuery query, TimeSpan timeout) => answer;
    }

    // Two factors of a product of two primes: not to be found in a millisecond.
    private static SmtQuery Hard()
    {
        var (x, y) = (Term.Named(Sort.Word64, "x"), Term.Named(Sort.Word64, "y"));
        var bound = Term.Word(Sort.Word64, 1UL << 32);
        var one = Term.Word(Sort.Word64, 1);
        Term[] all =
        [
            Term.Same(Term.Binary("bvmul", x, y), Term.Word(Sort.Word64, 4294967291UL * 4294967279UL)),
            Term.Compare("bvult", x, bound), Term.Compare("bvult", y, bound), Term.Compare("bvult", one, x), Term.Compare("bvult", one, y),
        ];
        return new SmtQuery([], [], [KeyValuePair.Create("x", Sort.Word64), KeyValuePair.Create("y", Sort.Word64)], Term.Apply(Sort.Bool, "and", all));
    }
}
