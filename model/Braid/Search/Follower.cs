using System.Numerics;

namespace Braid;

/// <summary>Follows a recorded schedule: to the letter, past unrelated edits, or as far as its decisions can be taken.</summary>
/// <remarks>
/// Threads are known by name. An operation is known by its thread, its kind, its place and how many like it came before: a decision is taken
/// where its thread stands before that very operation. Under <see cref="ReplayMode.Adapted"/> a thread that stands elsewhere either has come
/// upon an operation that is new, which it then performs, or is past one that is gone; both only on places that no other thread's recorded
/// decisions touch. Where both would do, <paramref name="script"/> says which.
/// </remarks>
/// <param name="schedule">What is followed.</param>
/// <param name="mode">How strictly.</param>
/// <param name="script">For each ambiguity in order, whether the operation met is new; beyond its end: that recorded ones are gone.</param>
internal sealed class Follower(Schedule schedule, ReplayMode mode, IReadOnlyList<bool>? script = null) : Chooser
{
    private readonly IReadOnlyList<Decision> decisions = schedule.Decisions;
    private readonly List<Adaptation> adaptations = [];
    private readonly HashSet<int> gone = [];
    private RecordedPlaces places = new(schedule, mode == ReplayMode.Adapted);
    private int at;
    private int last;
    private int? choice;

    /// <summary>Follows decisions whose threads are known by number alone.</summary>
    public Follower(IReadOnlyList<Decision> decisions, ReplayMode mode)
        : this(new Schedule { Scenario = "", Engine = "", Threads = [], Decisions = decisions }, mode)
    {
    }

    private enum Met
    {
        Recorded,
        New,
        Gone,
        Diverged,
    }

    /// <summary>Index of the decision that could not be taken, if one could not.</summary>
    public int? DivergedAt { get; private set; }

    /// <summary>Why it could not.</summary>
    public string? Explanation { get; private set; }

    /// <summary>What was passed over.</summary>
    public IReadOnlyList<Adaptation> Adaptations => adaptations;

    /// <summary>Whether nothing is an obstacle: also what others touch may come and go, and a decision that cannot be taken is skipped.</summary>
    public bool IsLenient { get; init; }

    /// <summary>How many steps had been taken when the schedule was first left; null when it was not.</summary>
    public int? MetAt { get; private set; }

    /// <summary>How often two ways to go on were met.</summary>
    public int Ambiguities { get; private set; }

    /// <summary>Whether no decision was left over when the schedule ended.</summary>
    public bool IsComplete => at == decisions.Count;

    public override bool StallsLoops => false;

    public override void Begin(Execution run)
    {
        at = Ambiguities = 0;
        MetAt = null;
        last = -1;
        DivergedAt = null;
        Explanation = null;
        adaptations.Clear();
        gone.Clear();
        places = new(schedule, mode == ReplayMode.Adapted);
    }

    public override int Next(Execution run, ulong enabled)
    {
        choice = null;
        while (at < decisions.Count)
        {
            if (gone.Contains(at))
            {
                at++;
                continue;
            }

            var decision = decisions[at];
            var mover = MoverOf(run, decision);
            var isEnabled = mover is >= 0 and < Stage.MaxThreads && (enabled >> mover & 1) != 0;
            if (mode == ReplayMode.Guided)
            {
                at++;
                if (isEnabled) return Take(run, decision, mover);
                continue;
            }

            switch (Meet(run, decision, mover, isEnabled))
            {
                case Met.Recorded:
                    at++;
                    return Take(run, decision, mover);
                case Met.New:
                    return Move(run, mover);
                case Met.Diverged when IsLenient:
                    at++;
                    (DivergedAt, Explanation) = (null, null);
                    break;
                case Met.Diverged:
                    return Prune;
            }
        }

        return last = last >= 0 && (enabled >> last & 1) != 0 ? last : BitOperations.TrailingZeroCount(enabled);
    }

    public override int Choose(Execution run, int count)
    {
        var wanted = choice ?? 0;
        if (wanted >= 0 && wanted < count) return wanted;
        if (mode != ReplayMode.Guided && DivergedAt is null)
        {
            DivergedAt = at - 1;
            Explanation = $"choice {wanted} is recorded, but there are only {count}";
        }

        return 0;
    }

    /// <summary>The schedule has ended: what is left of those who have nothing left to do is gone.</summary>
    public void Finish(Execution run)
    {
        if (mode != ReplayMode.Adapted || DivergedAt is not null) return;
        while (at < decisions.Count && (gone.Contains(at) || IsGoneAtTheEnd(run, decisions[at]))) at++;
    }

    private bool IsGoneAtTheEnd(Execution run, Decision decision)
    {
        var mover = MoverOf(run, decision);
        if (places.IsShared(decision) || (mover >= 0 && run.StandsBefore(mover) is not null)) return false;
        adaptations.Add(new(at + 1, Name(decision), decision.Kind, decision.Location, IsNew: false));
        return true;
    }

    private int Take(Execution run, Decision decision, int mover)
    {
        choice = decision.Choice;
        return Move(run, mover);
    }

    private int Move(Execution run, int mover)
    {
        if (run.ThreadOf(mover) == mover) last = mover;
        return mover;
    }

    private Met Meet(Execution run, Decision decision, int mover, bool isEnabled)
    {
        var found = mover < 0 ? null : run.StandsBefore(mover);
        if (found is { } there && Matches(decision, there)) return isEnabled ? Met.Recorded : Diverge($"{Name(decision)} cannot move");
        if (mode == ReplayMode.Exact) return Diverge(Stands(run, decision, mover, isEnabled, found));
        MetAt ??= run.StepCount;

        var next = found is { } now ? NextOf(decision, now) : decisions.Count;
        var obstacle = next < 0 || IsLenient ? null : FirstShared(decision, next);
        var canBeGone = next >= 0 && obstacle is null;
        var isForeign = !IsLenient && found is { } one && places.IsSharedNow(one, decision.Thread);
        var canBeNew = found is not null && isEnabled && !isForeign;
        if (canBeGone && canBeNew)
        {
            var isNew = script is not null && Ambiguities < script.Count && script[Ambiguities];
            Ambiguities++;
            (canBeGone, canBeNew) = (!isNew, isNew);
        }
        if (canBeNew)
        {
            adaptations.Add(new(at + 1, Name(decision), found!.Value.Kind, found.Value.Location, IsNew: true));
            return Met.New;
        }
        if (canBeGone) return LeaveOut(decision, next);

        var why = isForeign && next < 0 ? $"; that is new, and others use '{found!.Value.Location}', so that the recorded order does not say when it comes"
            : obstacle is { } shared ? $"; {Execution.Standing(shared.Kind, shared.Location)} is gone, which others use" : "";
        return Diverge(Stands(run, decision, mover, isEnabled, found), why);
    }

    private Met LeaveOut(Decision decision, int until)
    {
        for (var i = at; i < until; i++)
        {
            if (decisions[i].Mover != decision.Mover || !gone.Add(i)) continue;
            adaptations.Add(new(i + 1, Name(decisions[i]), decisions[i].Kind, decisions[i].Location, IsNew: false));
        }
        return Met.Gone;
    }

    // The decision that asks for what its mover stands before, after the one at hand; −1 when none does.
    private int NextOf(Decision decision, Decision found)
    {
        for (var i = at + 1; i < decisions.Count; i++)
            if (decisions[i].Mover == decision.Mover && !gone.Contains(i) && Matches(decisions[i], found)) return i;
        return -1;
    }

    private Decision? FirstShared(Decision decision, int until)
    {
        for (var i = at; i < until; i++)
            if (decisions[i].Mover == decision.Mover && !gone.Contains(i) && places.IsShared(decisions[i])) return decisions[i];
        return null;
    }

    private bool Matches(Decision decision, Decision found) =>
        decision.Kind == OperationKind.None || (decision.Kind == OperationKind.Flush && decision.Location.Length == 0)
        || (decision.Kind == found.Kind && places.IsSame(decision.Location, found.Location));

    // Threads have names, and of those with one name the first is the first.
    private int MoverOf(Execution run, Decision decision)
    {
        if ((uint)decision.Thread >= (uint)schedule.Threads.Count) return run.MoverOf(in decision);
        var name = schedule.Threads[decision.Thread];
        var ordinal = 0;
        for (var i = 0; i < decision.Thread; i++)
            if (schedule.Threads[i] == name) ordinal++;
        for (var i = 0; i < run.Names.Count; i++)
            if (run.Names[i] == name && ordinal-- == 0) return run.MoverOf(decision with { Thread = i });
        return -1;
    }

    private string Stands(Execution run, Decision decision, int mover, bool isEnabled, Decision? found) =>
        mover < 0 ? decision.Kind == OperationKind.Flush ? $"{Name(decision)} is not there" : $"there is no thread '{Name(decision)}'"
        : mode == ReplayMode.Exact && !isEnabled ? $"{Name(decision)} cannot move"
        : $"{Name(decision)} stands before {(found is null ? "its end" : run.Standing(mover))}";

    private string Name(Decision decision)
    {
        var name = (uint)decision.Thread < (uint)schedule.Threads.Count ? schedule.Threads[decision.Thread] : $"thread {decision.Thread}";
        return decision.Kind == OperationKind.Flush ? $"the store buffer of {name}" : name;
    }

    private Met Diverge(string what, string why = "")
    {
        var decision = decisions[at];
        DivergedAt ??= at;
        Explanation ??= $"{what}, where {Execution.Standing(decision.Kind, decision.Location)} is recorded{why}";
        return Met.Diverged;
    }
}
