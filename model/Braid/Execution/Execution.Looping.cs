using System.Text;

namespace Braid;

/// <remarks>
/// Loops that do not say that they wait. A thread whose last <see cref="LoopRounds"/> rounds were the same operations with the same answers, and changed
/// nothing, is taken for one that goes round until something that it reads changes. It is then treated as one in a marked loop whose attempt has failed
/// (<see cref="Attempt{TState}"/>). That is more than is known: how often it has gone round may count for its thread. So the loop is gone on with, alone and up
/// to the step bound, where nobody else is left to move, and in a search also once for each loop that is met; one that is left by itself has been taken
/// for endless wrongly (<see cref="LoopLeft"/>).
/// When a loop is looked for, and whether one is found, depends on what its own thread has done alone, so that equivalent schedules agree on it.
/// </remarks>
internal abstract unsafe partial class Execution
{
    /// <summary>How many rounds a loop goes before it counts as one, unless it is said otherwise.</summary>
    public const int UsualLoopRounds = 16;

    /// <summary>Operations of the longest round looked for.</summary>
    private const int LongestRound = 64;

    /// <summary>After how many operations a thread is looked at again.</summary>
    private const int OperationsPerLook = 16;

    private Round[] rounds = [];

    /// <summary>What the threads that may go round see in a round; null until the first of them.</summary>
    private SpinWatch[]? loopWatches;

    /// <summary>Threads that are taken for going round until something changes.</summary>
    private ulong looping;

    private int lastReleased;

    /// <summary>The thread that goes on alone to see whether it leaves its loop; −1 for none.</summary>
    private int probing;

    /// <summary>Loops that were gone on with since <see cref="Configure"/>.</summary>
    private readonly HashSet<ulong> probed = [];

    /// <summary>Rounds after which a loop that changes nothing is taken for endless; 0 for never. Between schedules only.</summary>
    public int LoopRounds { get; set; } = UsualLoopRounds;

    /// <summary>Whether a thread has left a loop by itself that had been taken for endless; the schedule is given up then where loops are halted.</summary>
    public bool LoopLeft { get; private set; }

    /// <summary>Whether the last schedule was given up because a loop was taken for endless that would have gone on with something else.</summary>
    public bool LoopHalted => CutShort && looping != 0;

    /// <summary>Whether the last schedule went on with a loop up to the step bound, only to see whether it is left, and is to be run again without that.</summary>
    public bool Repeats { get; private set; }

    private bool WatchesLoops => spins is not null || loopWatches is not null;

    private void ClearLoops()
    {
        if (rounds.Length < bodies.Count) rounds = new Round[bodies.Count];
        var from = LoopRounds > 0 && Loops is null ? LoopRounds : int.MaxValue;
        foreach (ref var round in rounds.AsSpan()) round = new() { LookAt = from };
        looping = 0;
        lastReleased = probing = -1;
        LoopLeft = Repeats = false;
        if (loopWatches is null) return;
        foreach (var watch in loopWatches) watch.Close();
    }

    /// <summary>The thread on top, live and before its pending operation, has done enough to be looked at.</summary>
    private void LookForLoop(int thread)
    {
        ref var round = ref rounds[thread];
        if (round.Length > 0)
        {
            GoRound(thread, ref round);
            return;
        }

        round.Length = RoundAtEnd(thread);
        round.LookAt = Length + OperationsPerLook;
        if (round.Length == 0) return;
        if (loopWatches is null)
        {
            loopWatches = [.. bodies.Select(_ => new SpinWatch())];
            watching = true;
        }

        loopWatches[thread].Open(Length);
        (round.Checked, round.LookAt) = (Length, Length + 1);
    }

    // Whether what it does changes something is known only of operations that are watched: of the round after those that were found in the log.
    private void GoRound(int thread, ref Round round)
    {
        var watch = loopWatches![thread];
        var isSame = watch.Effect is null && StandsAt(thread, first[Length - round.Length].Key);
        for (; isSame && round.Checked < Length; round.Checked++) isSame = IsRepeated(thread, round.Checked, round.Length);
        if (!isSame)
        {
            LeaveLoop(thread);
            round.LookAt = Length + OperationsPerLook;
            return;
        }

        round.LookAt = Length + 1;
        if (Length - watch.Start < round.Length) return;
        watch.Fail();
        watch.Open(Length);
        looping |= 1UL << thread;
        if (!chooser.HaltsSpins || pruned || SeesChange(thread, loopWatches!)) return;
        if (probed.Add(IdentityOf(thread, round.Length))) probing = thread;
    }

    private ulong IdentityOf(int thread, int length)
    {
        var hash = (ulong)thread;
        for (var at = Length - length; at < Length; at++) hash = SplitMix.Mix(SplitMix.Mix(hash, (ulong)first[at].Key), (ulong)first[at].Result);
        return hash;
    }

    /// <summary>Goes on with a loop that was taken for endless; ends the schedule when it has been left, or has gone on for long enough.</summary>
    private void Probe()
    {
        if (!LoopLeft && stepCount < maxSteps)
        {
            Turn(probing);
            return;
        }

        Repeats = !LoopLeft;
        pruned = true;
        GiveUp();
    }

    private void LeaveLoop(int thread)
    {
        rounds[thread].Length = 0;
        loopWatches![thread].Close();
        if ((looping >> thread & 1) == 0) return;
        looping &= ~(1UL << thread);
        if (chooser.HaltsSpins) LoopLeft = true;
    }

    /// <summary>Operations of the shortest round that the thread's log ends in, gone round often enough; 0 when there is none.</summary>
    private int RoundAtEnd(int thread)
    {
        // Most threads have changed something lately, and need no closer look.
        for (var late = Length - LoopRounds; late < Length; late++)
        {
            if (!IsQuiet(KindOf(late))) return 0;
        }

        var most = Math.Min(LongestRound, Length / LoopRounds);
        for (var length = 1; length <= most; length++)
        {
            var at = Length;
            var from = at - ((LoopRounds - 1) * length);
            while (at > from && IsRepeated(thread, at - 1, length)) at--;
            if (at > from) continue;
            var reads = false;
            var isQuiet = true;
            for (at = Length - length; at < Length; at++)
            {
                var kind = KindOf(at);
                reads |= IsAttempt(kind);
                isQuiet &= IsQuiet(kind);
            }

            return isQuiet && reads && StandsAt(thread, first[Length - length].Key) ? length : 0;
        }

        return 0;
    }

    private static bool IsQuiet(OperationKind kind) => IsAttempt(kind) || kind is OperationKind.Yield or OperationKind.Fence or OperationKind.FenceLight;

    private OperationKind KindOf(int at) => (OperationKind)(byte)(first[at].Key >> 56);

    private bool IsRepeated(int thread, int at, int length)
    {
        ref var one = ref first[at];
        ref var other = ref first[at - length];
        if (one.Key != other.Key || one.Result != other.Result) return false;
        if (!GivesReference(one.Key)) return true;
        var references = logs[thread].References;
        return ReferenceEquals(references[at], references[at - length]);
    }

    private bool StandsAt(int thread, long key)
    {
        ref var operation = ref pending[thread];
        var isMemory = operation.Kind is >= OperationKind.ReleaseMemory and <= OperationKind.CompareExchangeMemory;
        return LogEntry.KeyOf(operation.Kind, isMemory ? operation.Value : operation.Location) == key;
    }

    /// <summary>Nobody else can move: those who go round do so in turn, to see whether they ever stop.</summary>
    private ulong ReleaseNext()
    {
        var later = lastReleased == Stage.MaxThreads - 1 ? 0 : looping & (ulong.MaxValue << (lastReleased + 1));
        lastReleased = System.Numerics.BitOperations.TrailingZeroCount(later != 0 ? later : looping);
        return 1UL << lastReleased;
    }

    /// <summary>What to say at the step bound of a schedule in which only such loops are left; null when it is not so.</summary>
    private string? OnlyLoops(ulong enabled)
    {
        if (looping == 0 || (enabled & ~looping) != 0 || WouldSpinOn()) return null;
        return GoingRound($" goes round for ever, as far as {maxSteps} steps show: ");
    }

    private string GoingRound(string unmarked)
    {
        var text = new StringBuilder();
        for (var thread = 0; thread < bodies.Count; thread++)
        {
            var bit = 1UL << thread;
            var watch = (spinning & bit) != 0 ? spins![thread] : (looping & bit) != 0 ? loopWatches![thread] : null;
            if (watch is null) continue;
            text.Append(text.Length == 0 ? "" : "; ").Append(names[thread]).Append((spinning & bit) != 0 ? " goes round for ever: " : unmarked);
            text.AppendJoin(", then ", watch.Seen.Select(Words));
        }

        for (var rest = waiting & ~(spinning | looping); rest != 0; rest &= rest - 1)
        {
            var thread = System.Numerics.BitOperations.TrailingZeroCount(rest);
            ref var operation = ref pending[thread];
            if (operation.Kind != OperationKind.Receive) text.Append("; ").Append(names[ThreadOf(thread)]).Append(' ').Append(WaitsFor(in operation, thread));
        }

        return text.Append(". Nobody is left to change that.").ToString();
    }

    /// <summary>How one thread goes round.</summary>
    private struct Round
    {
        /// <summary>How many operations the thread has performed when it is to be looked at again.</summary>
        public int LookAt;

        /// <summary>Operations of a round; 0 while none is known.</summary>
        public int Length;

        /// <summary>Operations up to which it has been seen to repeat.</summary>
        public int Checked;
    }
}
