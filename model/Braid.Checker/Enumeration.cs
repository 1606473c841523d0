using System.Numerics;

namespace Braid.Checker;

/// <summary>
/// All executions of a program, by going through everything that can be done so far: a table of what has been done, up to the order of
/// independent steps, and from each entry every move that is possible. No schedule is left out because of a theory of races, sleep sets or
/// backtracking; two beginnings are the same only if they consist of the same steps with the same pasts.
/// </summary>
/// <param name="stepper">The program.</param>
/// <param name="preemptions">Largest number of preemptions of the schedules meant; null for all schedules.</param>
/// <param name="isUp">Whether to give up.</param>
internal sealed class Enumeration(Stepper stepper, int? preemptions, Func<bool> isUp) : Driver
{
    private readonly Ordering ordering = new(stepper.Threads, stepper.Movers, stepper.IsWatched);
    private readonly Places places = new();
    private readonly HashSet<(UInt128 Done, int Runner, int Preemptions)> known = [];
    private readonly Dictionary<BigInteger, (TraceEnd End, int Steps)> executions = [];
    private readonly Stack<Branch> open = new();
    private readonly List<Event> repeated = [];
    private int watched;

    // The run under way.
    private int at;
    private Branch? branch;
    private State state = State.Arranged;
    private (PendingMove Move, bool TimePassed, State After)? taken;
    private int choice;

    /// <summary>Complete executions by their hash, how each ended, and of how many steps it is.</summary>
    public IReadOnlyDictionary<BigInteger, (TraceEnd End, int Steps)> Executions => executions;

    /// <summary>How many beginnings there are.</summary>
    public long Beginnings => known.Count;

    /// <summary>Whether a schedule was longer than the bound on steps, so that the executions are not those of the program.</summary>
    public bool IsCutOff { get; private set; }

    /// <returns>False when it gave up.</returns>
    public bool Run()
    {
        open.Push(new(State.Arranged, null, 0));
        while (open.TryPop(out branch))
        {
            if (isUp()) return false;
            Begin(branch.From);
            var end = stepper.Run(this);
            if (end == TraceEnd.CutOff)
            {
                IsCutOff = true;
                return true;
            }

            foreach (var move in stepper.StillWaiting()) places.Note(in move);

            if (places.IsVoid || stepper.Watched != watched) StartAgain();
            else if (end != TraceEnd.Stopped && Finish()) executions.TryAdd(CanonicalForm.Of(ordering.Events, stepper.Movers, end), (end, ordering.Events.Count));
        }

        return true;
    }

    /// <inheritdoc/>
    public override int Next(ReadOnlySpan<PendingMove> moves, bool timePassed)
    {
        if (at < repeated.Count)
        {
            choice = repeated[at].Choice;
            return repeated[at++].Mover;
        }

        if (!Finish()) return Stop;
        if (branch is { Mover: { } wanted } told)
        {
            branch = null;
            return Take(moves, moves[IndexOf(moves, wanted)], timePassed, told.Choice);
        }

        branch = null;
        foreach (ref readonly var move in moves) places.Note(in move);
        if (places.IsVoid || stepper.Watched != watched) return Stop;
        PendingMove? first = null;
        foreach (ref readonly var move in moves)
        {
            if (!move.CanMove || !IsWithinBound(moves, in move)) continue;
            if (preemptions is null && !IsWatched(in move) && places.CanGoFirst(in move)) return Take(moves, move, timePassed, 0);
            first ??= move;
        }

        foreach (ref readonly var move in moves)
        {
            if (move.CanMove && move.Mover != first!.Value.Mover && IsWithinBound(moves, in move)) open.Push(new(state, move.Mover, 0));
        }

        return Take(moves, first!.Value, timePassed, 0);
    }

    /// <inheritdoc/>
    public override int Choose(int count)
    {
        if (taken is not { } step || choice > 0) return choice;
        for (var other = count - 1; other > 0; other--) open.Push(new(state, step.Move.Mover, other));
        return 0;
    }

    private static int IndexOf(ReadOnlySpan<PendingMove> moves, int mover)
    {
        for (var index = 0; index < moves.Length; index++)
        {
            if (moves[index].Mover == mover) return index;
        }

        throw new InvalidOperationException($"Mover {mover} has nothing to do, where after the same steps it had.");
    }

    private bool IsWatched(in PendingMove move) => Dependency.MayBeWatched(in move) && stepper.IsWatched(move.Location);

    private void Begin(State from)
    {
        at = 0;
        taken = null;
        state = from;
        repeated.Clear();
        for (var each = from; each.Last is not null; each = each.Before!) repeated.Add(each.Last);
        repeated.Reverse();
        ordering.Restart(repeated);
    }

    private void StartAgain()
    {
        watched = stepper.Watched;
        places.Restart();
        known.Clear();
        executions.Clear();
        open.Clear();
        open.Push(new(State.Arranged, null, 0));
    }

    private int Take(ReadOnlySpan<PendingMove> moves, in PendingMove move, bool timePassed, int wanted)
    {
        var isBuffer = move.Mover >= stepper.Threads;
        var after = state with
        {
            Runner = isBuffer ? state.Runner : move.Mover,
            Preemptions = state.Preemptions + (IsPreemption(moves, in move) ? 1 : 0),
        };
        taken = (move, timePassed, after);
        choice = wanted;
        return move.Mover;
    }

    /// <summary>Whether a thread that could go on has to stand back; store buffers take the turn from nobody.</summary>
    private bool IsPreemption(ReadOnlySpan<PendingMove> moves, in PendingMove move)
    {
        if (move.Mover >= stepper.Threads || move.Mover == state.Runner) return false;
        foreach (ref readonly var other in moves)
        {
            if (other.Mover == state.Runner) return other.CanMove;
        }

        return false;
    }

    private bool IsWithinBound(ReadOnlySpan<PendingMove> moves, in PendingMove move) =>
        preemptions is not { } bound || state.Preemptions < bound || !IsPreemption(moves, in move);

    /// <summary>Puts the step just taken down, now that what it chose is known.</summary>
    /// <returns>False when what has been done by now was done before.</returns>
    private bool Finish()
    {
        if (taken is not { } step) return true;
        taken = null;
        var last = ordering.Add(in step.Move, step.Move.Kind == OperationKind.Choose ? choice : 0, step.TimePassed);
        state = step.After with { Before = state, Last = last, Done = unchecked(state.Done + CanonicalForm.Of(last)) };
        return known.Add((state.Done, preemptions is null ? 0 : state.Runner, preemptions is null ? 0 : state.Preemptions));
    }

    /// <summary>A move that is still to be tried.</summary>
    private sealed record Branch(State From, int? Mover, int Choice);

    /// <summary>What has been done: a step after what had been done before.</summary>
    private sealed record State(State? Before, Event? Last, UInt128 Done, int Runner, int Preemptions)
    {
        public static State Arranged { get; } = new(null, null, 0, -1, 0);
    }
}
