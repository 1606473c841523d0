using System.Numerics;

namespace Braid;

/// <summary>Follows given decisions: to the letter, or as far as they can be taken.</summary>
internal sealed class Follower(IReadOnlyList<Decision> decisions, ReplayMode mode) : Chooser
{
    private int at;
    private int last;
    private int? choice;

    /// <summary>Index of the decision that could not be taken, if one could not.</summary>
    public int? DivergedAt { get; private set; }

    /// <summary>Why it could not.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Whether decisions were left over when the schedule ended.</summary>
    public bool IsComplete => at == decisions.Count;

    public override void Begin(Execution run)
    {
        at = 0;
        last = -1;
        DivergedAt = null;
        Explanation = null;
    }

    public override int Next(Execution run, ulong enabled)
    {
        choice = null;
        while (at < decisions.Count)
        {
            var decision = decisions[at];
            var mover = run.MoverOf(in decision);
            var isEnabled = mover is >= 0 and < Stage.MaxThreads && (enabled >> mover & 1) != 0;
            if (mode == ReplayMode.Exact)
            {
                if (!isEnabled) return Diverge($"{Name(run, decision)} cannot move");
                if (!Matches(run, decision, mover)) return Diverge($"{Name(run, decision)} stands before {run.Standing(mover)}");
            }

            at++;
            if (!isEnabled) continue;
            choice = decision.Choice;
            return mover == decision.Thread ? last = mover : mover;
        }

        return last = last >= 0 && (enabled >> last & 1) != 0 ? last : BitOperations.TrailingZeroCount(enabled);
    }

    public override int Choose(Execution run, int count)
    {
        var wanted = choice ?? 0;
        if (wanted >= 0 && wanted < count) return wanted;
        if (mode == ReplayMode.Exact && DivergedAt is null)
        {
            DivergedAt = at - 1;
            Explanation = $"choice {wanted} is recorded, but there are only {count}";
        }

        return 0;
    }

    private static bool Matches(Execution run, Decision decision, int mover) =>
        decision.Kind == OperationKind.None || (decision.Kind == OperationKind.Flush && decision.Location.Length == 0)
        || run.Standing(mover) == Execution.Standing(decision.Kind, decision.Location);

    private static string Name(Execution run, Decision decision)
    {
        var name = (uint)decision.Thread < (uint)run.Names.Count ? run.Names[decision.Thread] : $"thread {decision.Thread}";
        return decision.Kind == OperationKind.Flush ? $"the store buffer of {name}" : name;
    }

    private int Diverge(string what)
    {
        var decision = decisions[at];
        DivergedAt ??= at;
        Explanation ??= $"{what}, where {Execution.Standing(decision.Kind, decision.Location)} is recorded";
        return Prune;
    }
}
