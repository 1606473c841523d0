using Braid;
using Xvma.Model;
using Xvma.Spec;

namespace Xvma.Cli;

/// <summary>What projections of a schedule need from the specification.</summary>
internal static class ReplayExports
{
    private static readonly Lazy<Specification> Chapters = new(Specification.Load);

    /// <summary>A replayed schedule with its rule, its race and where else to look.</summary>
    public static ExportedRun Of(SavedRun run, ReplayResult replay, string? path) => new(run.Saved, replay)
    {
        Path = path,
        Races = replay.Failure is { } failure ? Minimiser.FindRace(run.Program, failure) : null,
        Rule = replay.Failure is { } met ? RuleOf(met.Identity).Sentence : null,
        Related = run.Places,
    };

    /// <summary>The clause that an identity names; for what is no clause its words.</summary>
    public static SarifRule RuleOf(string identity) =>
        ClauseId.TryParse(identity, out var id) && Chapters.Value.Find(id) is { } clause ? new(identity, clause.Title, clause.Sentence)
        : new(identity, identity switch
        {
            nameof(FailureKind.Deadlock) => "nobody can move, and somebody waits for a lock",
            nameof(FailureKind.LostWakeup) => "nobody can move, and somebody sleeps",
            nameof(FailureKind.NonTermination) => "the run does not end",
            nameof(FailureKind.RuleBroken) => "state is shared outside of cells",
            nameof(FailureKind.Assertion) => "an assertion of the scenario failed",
            _ => identity,
        }, "");
}
