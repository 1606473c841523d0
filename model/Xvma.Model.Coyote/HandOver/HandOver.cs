using Braid;

namespace Xvma.Model.Coyote;

/// <summary>
/// Takes a bug that Coyote found over to Braid: runs the scenario there in the order in which the operations of the seam took effect under
/// Coyote, and makes the failure small. Both run the same sources, so operations correspond one to one as long as they see the same values.
/// </summary>
public static class HandOver
{
    private const int MostNear = 4_000;
    private const long MostSearched = 20_000;

    /// <summary>Hands over.</summary>
    /// <param name="scenario">The scenario that Coyote ran.</param>
    /// <param name="program">Makes the same for Braid, with the same known bug in it if there was one; without an oracle, which Coyote does not have either.</param>
    /// <param name="bug">The known bug; null for production code.</param>
    /// <param name="replay">What Coyote did, by assemblies that tell the order.</param>
    public static HandOverResult Run(ScenarioInfo scenario, Func<Program> program, KnownBug? bug, CoyoteReplay replay)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(replay);
        if (replay.Outcome == CoyoteReplayOutcome.Diverged || replay.Failure is not { } failure)
            return HandOverResult.None("Coyote itself does not come to a failure by this trace any more, so there is nothing to hand over");
        if (failure.Kind is CoyoteFailureKind.Liveness or CoyoteFailureKind.Hang)
            return HandOverResult.None($"Coyote's verdict “{failure.Kind}” is about what did not happen within its bound; no order of operations ends in it");
        if (replay.Order.Count == 0) return HandOverResult.None("the actors performed no operation of the seam before the failure");

        var asked = SeamOrders.Decisions(replay.Order, [.. scenario.Start().Actors.Select(actor => actor.Name)]);
        var schedule = new Schedule { Scenario = scenario.Name, Engine = CoyoteEngine.Version, Threads = [], Decisions = asked };
        var same = Explorer.Replay(program, schedule, new() { Mode = ReplayMode.Guided });
        var (inOrder, instead) = SeamOrders.Compare(asked, same.Trace);
        var result = new HandOverResult(HandOverOutcome.NotFound, replay.Order.Count, inOrder, null, "");
        if (same.Failure is { } met) return result with
        {
            Outcome = IsSame(failure, met) ? HandOverOutcome.SameOrder : HandOverOutcome.OtherFailure,
            Found = FoundFailure.Minimise(scenario, program, met, "as handed over by Coyote", bug),
            Explanation = IsSame(failure, met) ? "" : $"the same order ends in {met.Kind} {met.Identity} under Braid, and in {failure.Kind} {failure.Identity} under Coyote",
        };

        var why = instead is null ? "the same order was followed to its end and nothing failed" : $"the orders part: {instead}";
        if (Near(program, schedule, failure) is { } near) return result with
        {
            Outcome = HandOverOutcome.NearOrder,
            Found = FoundFailure.Minimise(scenario, program, near, "near an order handed over by Coyote", bug),
            Explanation = why,
        };
        var searched = Explorer.Run(program, new() { MaxSchedules = MostSearched, Workers = 1 });
        if (searched.Failure is { } found && IsSame(failure, found)) return result with
        {
            Outcome = HandOverOutcome.OwnSearch,
            Found = FoundFailure.Minimise(scenario, program, found, searched.Bounds, bug),
            Explanation = why,
        };
        var covered = searched.Verdict == Verdict.Exhausted ? $"; none of all {searched.Schedules:N0} schedules of the scenario fails so" : $"; nor did one of {searched.Schedules:N0} others";
        return result with { Explanation = $"{why}, nor in any near it{covered}" };
    }

    private static Failure? Near(Func<Program> program, Schedule schedule, CoyoteFailure wanted) => NearOrders.Of(schedule.Decisions).Take(MostNear)
        .Select(order => Explorer.Replay(program, schedule with { Decisions = order }, new() { Mode = ReplayMode.Guided }).Failure)
        .FirstOrDefault(failure => failure is not null && IsSame(wanted, failure));

    /// <summary>The engines have words of their own for one thing; a clause has one name in both.</summary>
    private static bool IsSame(CoyoteFailure ours, Failure theirs) => ours.Kind switch
    {
        CoyoteFailureKind.Safety => theirs.Kind == FailureKind.Safety && theirs.Identity == ours.Identity,
        CoyoteFailureKind.Deadlock => theirs.Kind is FailureKind.Deadlock or FailureKind.LostWakeup,
        CoyoteFailureKind.UnhandledException => theirs.Kind == FailureKind.UnhandledException
            && (ours.Identity == theirs.Identity || ours.Identity.EndsWith("." + theirs.Identity, StringComparison.Ordinal)),
        _ => false,
    };
}
