using System.Numerics;

namespace Braid;

/// <summary>
/// Optimal partial-order reduction with wakeup sequences, after Abdulla, Aronis, Jonsson, Sagonas: "Source sets: a foundation for optimal dynamic
/// partial order reduction" (JACM 2017). Each equivalence class of executions is run once, and no run is begun in vain.
/// </summary>
/// <remarks>
/// A race asks for a whole sequence of steps instead of a move, long enough that every move explored elsewhere is noticed by one of them. A move
/// explored from a state to the left may be independent of the beginning of a sequence to the right; then what is found to the left may belong
/// below that sequence, and is put there. Where no move is asleep any more nothing can be put from outside: such a state is a leaf, and all that
/// follows it is explored without knowing of the rest of the search. This is what makes tasks.
/// <para>
/// Schedules are given up in one case only: a spin loop whose attempt failed is halted, and something that it saw changes later. Which attempt
/// succeeds is not known before it is made, so that those cannot be foreseen; they are no executions, and there is one for each class of them.
/// </para>
/// </remarks>
internal sealed partial class WakeupChooser : RaceFinder
{
    private WakeupNode[] nodes = new WakeupNode[64];
    private int[] choiceCounts = new int[64];

    private readonly RepeatedPath path = new();

    /// <summary>Depth of the leaf that the task explores.</summary>
    private int taskDepth;

    /// <summary>Moves that are given: those of the path and of the sequence after it.</summary>
    private int fixedLength;

    private int pathLength;

    /// <summary>The first move that is not the same as in the schedule before.</summary>
    private int isNewFrom;

    public override bool HaltsSpins => true;

    public override bool NeedsVisibility => true;

    /// <summary>Prepares for the first schedule of a task: all that follows <paramref name="leaf"/>.</summary>
    public void Start(WakeupNode leaf)
    {
        path.Forget(0);
        isNewFrom = 0;
        taskDepth = pathLength = fixedLength = leaf.Depth;
        requests.Clear();
        overlay.Clear();
        races.Clear();
        ForgetClocks();
        Reserve(leaf.Depth);
        for (var node = leaf; node is not null; node = node.Parent) nodes[node.Depth] = node;
    }

    public override int Next(Execution run, ulong enabled)
    {
        var depth = run.StepCount;
        if (run.Paused) NoteBlocked(run, enabled);
        if (depth >= fixedLength) return Extend(run, enabled, depth);
        if (nodes[depth].Enabled == 0) nodes[depth].Enabled = enabled;
        var thread = nodes[depth + 1].Move.Thread;
        path.Expect(run, depth, thread);
        choiceCounts[depth] = 1;
        return thread;
    }

    public override int Choose(Execution run, int count)
    {
        var depth = run.StepCount - 1;
        choiceCounts[depth] = count;
        return depth < fixedLength ? nodes[depth + 1].Move.Choice : 0;
    }

    /// <summary>Moves on to the next schedule of the task.</summary>
    /// <returns>False when there is none left.</returns>
    public bool Advance()
    {
        for (var depth = pathLength - 1; depth >= taskDepth; depth--)
        {
            var explored = nodes[depth + 1];
            explored.Children = null;
            if (nodes[depth].Children is not { } children || explored.Ordinal + 1 >= children.Count) continue;
            path.Forget(depth);
            isNewFrom = depth;
            for (var node = children[explored.Ordinal + 1]; ; node = node.Children[0])
            {
                Reserve(node.Depth);
                nodes[node.Depth] = node;
                pathLength = fixedLength = node.Depth;
                if (node.Children is null) return true;
            }
        }

        return false;
    }

    /// <summary>Hands out what is left of the task, in the order in which <see cref="Advance"/> would have come to it.</summary>
    public void Split(List<WakeupNode> into)
    {
        var isComplete = true;
        for (var depth = pathLength - 1; depth >= taskDepth; depth--)
        {
            var explored = nodes[depth + 1];
            if (isComplete) explored.Children = null;
            if (nodes[depth].Children is not { } children) continue;
            for (var index = explored.Ordinal + 1; index < children.Count; index++)
            {
                isComplete = false;
                AddLeaves(children[index], into);
            }
        }
    }

    private static void AddLeaves(WakeupNode node, List<WakeupNode> into)
    {
        if (node.Children is null) into.Add(node);
        else foreach (var child in node.Children) AddLeaves(child, into);
    }

    private int Extend(Execution run, ulong enabled, int depth)
    {
        pathLength = depth;
        path.Forget(depth);
        Reserve(depth + 1);
        var node = nodes[depth];
        node.Enabled = enabled;
        var candidates = enabled & ~Movers(node.Asleep);
        if (candidates == 0)
        {
            NoteBlocked(run, enabled);
            return Prune;
        }

        var first = First(run, candidates);
        var child = nodes[depth + 1] = new(node);
        if (node.Asleep.Length > 0) child.Asleep = StillAsleep(run, node.Asleep, first);
        path.Expect(run, depth, first);
        choiceCounts[depth] = 1;
        pathLength = depth + 1;
        return first;
    }

    private static ulong Movers(WakeupNode[] asleep)
    {
        ulong movers = 0;
        foreach (var move in asleep) movers |= 1UL << move.Move.Thread;
        return movers;
    }

    private static WakeupNode[] StillAsleep(Execution run, WakeupNode[] asleep, int thread)
    {
        var move = default(Step);
        run.Describe(thread, ref move);
        return [.. asleep.Where(other => other.Move.Thread != thread && !Step.Dependent(in other.Move, in move))];
    }

    /// <summary>The move to try first. One that nobody can see commutes with all others and needs no alternative.</summary>
    private static int First(Execution run, ulong candidates)
    {
        for (var rest = candidates; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if (run.Pending[thread].Kind is OperationKind.Choose or OperationKind.Delay or OperationKind.Fence or OperationKind.FenceHeavyEnd) return thread;
        }

        return BitOperations.TrailingZeroCount(candidates);
    }

    private void Reserve(int depth)
    {
        if (depth < nodes.Length) return;
        var size = Math.Max(nodes.Length * 2, depth + 1);
        Array.Resize(ref nodes, size);
        Array.Resize(ref choiceCounts, size);
    }
}
