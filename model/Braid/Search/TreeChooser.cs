using System.Numerics;

namespace Braid;

/// <summary>Depth-first search through one <see cref="SearchTask"/>: each schedule repeats a prefix of the one before and then goes on anew.</summary>
internal sealed partial class TreeChooser(SearchKind kind, int preemptionBound) : RaceFinder
{
    private SearchNode[] nodes = new SearchNode[64];
    private int[] threads = new int[64];
    private int[] choices = new int[64];
    private int[] choiceCounts = new int[64];
    private ulong[] edgeSleep = new ulong[64];

    private readonly RepeatedPath path = new();

    /// <summary>Depth of the task's own move; −1 for the whole search.</summary>
    private int taskDepth = -1;

    /// <summary>Moves that the next schedule repeats; the last of them is new.</summary>
    private int fixedLength;

    private int pathLength;
    private ulong nextSleep;

    /// <summary>Whether the preemption bound has kept somebody from moving in this task.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>The binary logarithm of how many schedules the task would have if all of it branched as the schedule just run does.</summary>
    public double Weight
    {
        get
        {
            var weight = 0.0;
            for (var depth = taskDepth + 1; depth < pathLength; depth++) weight += Math.Log2(BitOperations.PopCount(nodes[depth].Backtrack & ~nodes[depth].Sleep));
            return weight;
        }
    }

    public override bool HaltsSpins => true;

    public override bool NeedsVisibility => kind != SearchKind.Plain;

    /// <summary>Prepares for the first schedule of a task.</summary>
    public void Start(in SearchTask task)
    {
        pathLength = fixedLength = 0;
        path.Forget(0);
        taskDepth = -1;
        requests.Clear();
        ForgetClocks();
        if (task.Node is null) return;
        taskDepth = task.Node.Depth;
        pathLength = fixedLength = taskDepth + 1;
        Reserve(fixedLength);
        threads[taskDepth] = task.Thread;
        choices[taskDepth] = task.FirstChoice;
        choiceCounts[taskDepth] = 1;
        edgeSleep[taskDepth] = task.Sleep;
        for (var node = task.Node; ; node = node.Parent!)
        {
            nodes[node.Depth] = node;
            extra[node.Depth] = 0;
            if (node.Parent is null) break;
            threads[node.Depth - 1] = node.Thread;
            choices[node.Depth - 1] = node.Choice;
        }
    }

    public override void Begin(Execution run)
    {
        base.Begin(run);
        nextSleep = 0;
    }

    public override int Next(Execution run, ulong enabled)
    {
        var depth = run.StepCount;
        if (run.Paused) NoteBlocked(run, enabled);
        if (depth >= fixedLength) return Extend(run, enabled, depth);
        var thread = threads[depth];
        path.Expect(run, depth, thread);
        choiceCounts[depth] = 1;
        if (depth == fixedLength - 1) nextSleep = Asleep(run, edgeSleep[depth], thread);
        return thread;
    }

    public override int Choose(Execution run, int count)
    {
        var depth = run.StepCount - 1;
        choiceCounts[depth] = count;
        return choices[depth];
    }

    /// <summary>Moves on to the next schedule of the task.</summary>
    /// <returns>False when there is none left.</returns>
    public bool Advance()
    {
        for (var depth = pathLength - 1; depth >= Math.Max(taskDepth, 0); depth--)
        {
            if (choices[depth] + 1 < choiceCounts[depth])
            {
                choices[depth]++;
                path.Forget(depth);
                pathLength = fixedLength = depth + 1;
                return true;
            }

            if (depth == taskDepth) return false;
            var node = nodes[depth];
            var candidates = node.Backtrack & ~(node.Sleep | node.Explored);
            if (candidates == 0) continue;
            Take(depth, BitOperations.TrailingZeroCount(candidates));
            path.Forget(depth);
            pathLength = fixedLength = depth + 1;
            return true;
        }

        return false;
    }

    /// <summary>Hands out what is left of the task, in the order in which <see cref="Advance"/> would have come to it.</summary>
    public void Split(List<SearchTask> into)
    {
        for (var depth = pathLength - 1; depth >= Math.Max(taskDepth, 0); depth--)
        {
            var node = nodes[depth];
            if (choices[depth] + 1 < choiceCounts[depth]) into.Add(new(node, threads[depth], choices[depth] + 1, edgeSleep[depth]));
            if (depth == taskDepth) return;
            for (var rest = node.Backtrack & ~(node.Sleep | node.Explored); rest != 0; rest &= rest - 1)
            {
                var thread = BitOperations.TrailingZeroCount(rest);
                into.Add(new(node, thread, 0, node.Sleep | node.Explored));
                node.Explored |= 1UL << thread;
            }
        }
    }

    private int Extend(Execution run, ulong enabled, int depth)
    {
        pathLength = depth;
        path.Forget(depth);
        Reserve(depth + 1);
        var node = depth == 0 ? new SearchNode(null, 0, 0) : new SearchNode(nodes[depth - 1], threads[depth - 1], choices[depth - 1]);
        var last = depth == 0 ? -1 : RunnerAt(run, depth - 1);
        node.Runner = last;
        node.Enabled = enabled;
        node.Sleep = kind == SearchKind.Plain ? 0 : nextSleep & enabled;
        var candidates = enabled & ~node.Sleep;
        if (kind == SearchKind.Plain)
        {
            node.Preemptions = depth == 0 ? 0 : nodes[depth - 1].Preemptions + (IsPreemption(run, nodes[depth - 1], depth - 1) ? 1 : 0);
            var canGoOn = last >= 0 && (enabled >> last & 1) != 0;
            if (canGoOn && node.Preemptions == preemptionBound) candidates = (1UL << last) | (enabled & run.Buffers);
            IsLimited |= candidates != enabled;
        }

        if (candidates == 0)
        {
            NoteBlocked(run, enabled);
            return Prune;
        }

        var first = First(run, candidates, last, out var isAlone);
        node.Backtrack = kind == SearchKind.SourceSets || isAlone ? 1UL << first : candidates;
        nodes[depth] = node;
        extra[depth] = 0;
        Take(depth, first);
        path.Expect(run, depth, first);
        pathLength = depth + 1;
        if (kind != SearchKind.Plain) nextSleep = Asleep(run, edgeSleep[depth], first);
        return first;
    }

    private bool IsPreemption(Execution run, SearchNode node, int depth)
    {
        var last = node.Runner;
        return last >= 0 && last != threads[depth] && (node.Enabled >> last & 1) != 0 && !IsBuffer(run, threads[depth]);
    }

    /// <summary>The thread that ran last, up to and including the move at <paramref name="depth"/>: a store buffer's move takes the turn from nobody.</summary>
    private int RunnerAt(Execution run, int depth) => IsBuffer(run, threads[depth]) ? nodes[depth].Runner : threads[depth];

    private static bool IsBuffer(Execution run, int mover) => (run.Buffers >> mover & 1) != 0;

    /// <summary>The move to try first. One that nobody can see commutes with all others and needs no alternative.</summary>
    private int First(Execution run, ulong candidates, int last, out bool isAlone)
    {
        isAlone = kind != SearchKind.Plain;
        if (isAlone)
        {
            for (var rest = candidates; rest != 0; rest &= rest - 1)
            {
                var thread = BitOperations.TrailingZeroCount(rest);
                if (run.Pending[thread].Kind is OperationKind.Choose or OperationKind.Delay or OperationKind.Fence or OperationKind.FenceHeavyEnd) return thread;
            }
        }

        isAlone = false;
        if (kind == SearchKind.Plain && last >= 0 && (candidates >> last & 1) != 0) return last;
        return BitOperations.TrailingZeroCount(candidates);
    }

    private void Take(int depth, int thread)
    {
        var node = nodes[depth];
        threads[depth] = thread;
        choices[depth] = 0;
        choiceCounts[depth] = 1;
        edgeSleep[depth] = node.Sleep | node.Explored;
        node.Explored |= 1UL << thread;
    }

    /// <summary>Those of <paramref name="sleepers"/> whose pending operation does not notice <paramref name="thread"/>'s.</summary>
    private static ulong Asleep(Execution run, ulong sleepers, int thread)
    {
        sleepers &= ~(1UL << thread);
        if (sleepers == 0) return 0;
        var move = default(Step);
        run.Describe(thread, ref move);
        var other = default(Step);
        for (var rest = sleepers; rest != 0; rest &= rest - 1)
        {
            var sleeper = BitOperations.TrailingZeroCount(rest);
            run.Describe(sleeper, ref other);
            if (Step.Dependent(in move, in other)) sleepers &= ~(1UL << sleeper);
        }

        return sleepers;
    }

    private void Reserve(int depth)
    {
        if (depth <= nodes.Length) return;
        var size = Math.Max(nodes.Length * 2, depth);
        Array.Resize(ref nodes, size);
        Array.Resize(ref threads, size);
        Array.Resize(ref choices, size);
        Array.Resize(ref choiceCounts, size);
        Array.Resize(ref edgeSleep, size);
        Array.Resize(ref extra, size);
    }
}
