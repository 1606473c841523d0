using Tenet;
using Xvma.Proofs.Induction;
using Xvma.Proofs.Tests.Toys;

namespace Xvma.Proofs.Tests.Induction;

public sealed class InductionTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_ticket_lock_is_inductive()
    {
        var results = new InductionProver(TicketLock.Theory, Timeout, workers: 2).Prove(InductionObligations.Of(TicketLock.Theory), stop: TestContext.Current.CancellationToken);
        foreach (var result in results)
        {
            output.WriteLine($"{result.Obligation.Id} {result.Verdict} {result.Obligation.IsTrivial} {result.Time.TotalMilliseconds} {result.Reason}");
            output.WriteLine($"{result.Counterexample}");
        }

        Assert.All(results, result => Assert.Equal(InductionVerdict.Proved, result.Verdict));
    }

    [Fact]
    public void Show()
    {
        var theory = TicketLock.Theory with { Properties = [.. TicketLock.Theory.Properties.Where(p => p.Name != "one called")] };
        foreach (var result in new InductionProver(theory, Timeout, workers: 2).Prove(InductionObligations.Of(theory), stop: TestContext.Current.CancellationToken).Where(r => !r.IsProved))
        {
            output.WriteLine($"{result.Obligation.Id} {result.Verdict} {result.Obligation.IsTrivial} {result.Time.TotalMilliseconds} {result.Reason}");
            output.WriteLine($"{result.Counterexample}");
        }
        theory = TicketLock.Theory with { Actions = [.. TicketLock.Theory.Actions.Select(a => a.Name == "draw" ? a with { Guard = Literal.True, Updates = [.. a.Updates.Take(2)] } : a)] };
        foreach (var result in new InductionProver(theory, Timeout, workers: 2).Prove(InductionObligations.Of(theory), stop: TestContext.Current.CancellationToken).Where(r => !r.IsProved))
        {
            output.WriteLine($"{result.Obligation.Id} {result.Verdict} {result.Obligation.IsTrivial} {result.Time.TotalMilliseconds} {result.Reason}");
            output.WriteLine($"{result.Counterexample}");
        }
    }
}
