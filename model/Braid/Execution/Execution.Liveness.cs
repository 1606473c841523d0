using System.Numerics;
using System.Runtime.CompilerServices;

namespace Braid;

/// <remarks>Obligations at the end of a schedule, and loops in which they are never met.</remarks>
internal abstract partial class Execution
{
    private IReadOnlyList<Obligation> obligations = [];
    private LivenessOptions? watchOptions;
    private int[] hashedLengths = [];

    /// <summary>What watches for loops, or null.</summary>
    public LoopWatch? Loops { get; private set; }

    /// <summary>Has loops watched for from the next schedule on, or no longer; between schedules only.</summary>
    public void WatchLoops(LivenessOptions? options)
    {
        watchOptions = options;
        Loops = options is null ? null : new(options, obligations.Count);
    }

    private void BeginLoops()
    {
        if (Loops is null) return;
        Loops.Clear();
        if (hashedLengths.Length < logs.Length) hashedLengths = new int[logs.Length];
        Array.Clear(hashedLengths);
    }

    /// <summary>All have ended well: nothing may be owed.</summary>
    private void CheckObligations()
    {
        if (obligations.Count == 0 || Defect is not null || mode != Mode.Scheduled) return;
        var open = OpenNow(Mode.Resting);
        if (open == 0) return;
        var owed = obligations[BitOperations.TrailingZeroCount(open)].Name;
        Fail(FailureKind.Liveness, owed, $"'{owed}' is still open, and nobody is left to meet it.", isAtRest: true);
    }

    /// <summary>Before a decision: whether the schedule goes round in a loop that it need not leave, or is long enough.</summary>
    private bool EndsInLoop(ulong enabled)
    {
        var open = OpenNow(Mode.Observing);
        if (IsUnwinding) return true;
        var (thread, step) = LastStep();
        var loop = Loops!.Add(StateHash(enabled), step, thread, enabled, open);
        if (loop is not null)
        {
            var owed = obligations.Count == 0 ? Livelock : obligations[BitOperations.TrailingZeroCount(loop.Open)].Name;
            var what = obligations.Count == 0 ? "Nobody gets any further" : $"'{owed}' stays open";
            var who = watchOptions!.Fairness == Fairness.Strong ? "can move anywhere in it" : "can move all through it";
            Fail(FailureKind.Liveness, owed, $"{what}: from step {loop.Start + 1} on the same {loop.Length} steps repeat, as often as we tried: {loop.Rounds} times. Whoever {who} does.");
            GiveUp();
            return true;
        }

        if (Loops.Overheated >= 0)
        {
            var owed = obligations[Loops.Overheated].Name;
            Fail(FailureKind.Liveness, owed, $"'{owed}' has stayed open for more than {watchOptions!.Temperature} steps of a fair schedule, in which no loop was found.");
            GiveUp();
            return true;
        }

        if (stepCount < maxSteps || obligations.Count == 0) return false;
        pruned = true; // a program that says what it owes may go on for ever otherwise
        GiveUp();
        return true;
    }

    private const string Livelock = "Livelock";

    private void FailAtBound(ulong enabled)
    {
        var endless = OnlyLoops(enabled);
        var unfairness = endless is null ? Unfairness(enabled) : "";
        Fail(FailureKind.NonTermination, nameof(FailureKind.NonTermination), endless ?? $"The schedule had not ended after {maxSteps} steps.{unfairness}", isUnfair: unfairness.Length > 0);
    }

    /// <summary>What to say at the step bound of a schedule in which one thread has long moved alone, though others could.</summary>
    private string Unfairness(ulong enabled)
    {
        var last = decisionThreads[stepCount - 1];
        var from = stepCount;
        while (from > 0 && decisionThreads[from - 1] == last) from--;
        var others = enabled & ~(1UL << last) & ~Buffers;
        if (last >= bodies.Count || others == 0 || stepCount - from <= stepCount / 2) return "";
        return $" {names[last]} took the last {stepCount - from} of them alone, while {names[BitOperations.TrailingZeroCount(others)]} could move: no fair scheduler does that. "
            + "If it waits by looking again and again, write the loop with Seam.SpinUntil.";
    }

    private ulong OpenNow(Mode how)
    {
        var open = 0UL;
        if (obligations.Count == 0) return open;
        Observe(how, _ =>
        {
            for (var each = 0; each < obligations.Count; each++)
            {
                if (obligations[each].IsOpen()) open |= 1UL << each;
            }
        });
        return open;
    }

    /// <summary>Who took the last step, and a hash of what it and what came with it gave.</summary>
    private (int Thread, ulong Hash) LastStep()
    {
        if (stepCount == 0) return (0, 0);
        var thread = decisionThreads[stepCount - 1];
        var own = logs[thread];
        var (entries, references) = (own.Entries, own.References);
        var count = thread == current ? Length : own.Length;
        var hash = (ulong)thread;
        for (var at = hashedLengths[thread]; at < count; at++)
        {
            hash = SplitMix.Mix(hash, (ulong)entries[at].Key);
            hash = SplitMix.Mix(hash, (ulong)entries[at].Result);
            if (GivesReference(entries[at].Key)) hash = SplitMix.Mix(hash, IdentityOf(references[at]));
        }

        hashedLengths[thread] = count;
        return (thread, hash);
    }

    private static bool GivesReference(long key) => (OperationKind)(byte)(key >> 56) is OperationKind.LoadReference
        or OperationKind.StoreReference or OperationKind.CompareExchangeReference or OperationKind.ExchangeReference or OperationKind.Share;

    /// <summary>All cells, memory, the clock, and what each thread stands before.</summary>
    private ulong StateHash(ulong enabled)
    {
        var hash = SplitMix.Mix(enabled, (ulong)clock);
        for (var cell = 1; cell < values.Length; cell++)
        {
            if (values[cell] != 0) hash = SplitMix.Mix(hash ^ (ulong)cell, (ulong)values[cell]);
            if (references[cell] is { } reference) hash = SplitMix.Mix(hash ^ (ulong)cell, IdentityOf(reference));
        }

        hash = SplitMix.Mix(hash, memory.Hash());
        for (var thread = 0; thread < bodies.Count; thread++)
        {
            ref var operation = ref pending[thread];
            hash = SplitMix.Mix(hash, (ended >> thread & 1) != 0 ? ulong.MaxValue : ((ulong)operation.Kind << 32) ^ (uint)operation.Location);
            hash = SplitMix.Mix(hash, (ulong)operation.Value);
            hash = SplitMix.Mix(hash, (ulong)operation.Expected);
        }

        return hash;
    }

    private static ulong IdentityOf(object? reference) => (ulong)RuntimeHelpers.GetHashCode(reference);
}
