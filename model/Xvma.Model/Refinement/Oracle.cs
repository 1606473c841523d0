using Tenet.Evaluation;
using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

/// <summary>
/// Follows a run of the implementation through the specification: each visible change must be an action whose guard holds, or nothing, and what callers are
/// told must be what the specification says at an instant of the call.
/// </summary>
/// <remarks>
/// <para>Everything that the code does under one chiplet's gate is one action, taken where others could see it first; the rest is taken where its cell
/// changes, or where a cell was read that decides it.</para>
/// <para>Its pages are those that instructions reach and those that a refusal needs. A copy is two slots, a read and a write, announced together. A
/// TLB may hold fewer entries than the specification's: forgetting one is nobody's business.</para>
/// </remarks>
internal sealed partial class Oracle : IMachineListener
{
    private const int None = Shadow.None;

    private static readonly XvmaVocabulary Symbols = XvmaTheory.Vocabulary;

    private readonly Steps steps;
    private readonly Shadow now;
    private readonly Dictionary<int, ThreadView> threads = [];
    private readonly ThreadView?[] firstThreads = new ThreadView?[80];
    private readonly int[][] arguments = [.. Enumerable.Range(0, 8).Select(length => new int[length])];
    private readonly ElementNames names;

    /// <summary>Begins where there is no machine yet.</summary>
    /// <param name="theory">The specification; the system's own unless a check is to be shown that it notices.</param>
    public Oracle(Tenet.Theory? theory = null)
    {
        theory ??= XvmaTheory.Theory;
        steps = new(CompiledTheory.Of(theory));
        now = new(theory);
        names = new(now);
        Begin();
    }

    private TheoryState State => now.State;

    /// <summary>The state now, for those who keep it and bring it back.</summary>
    public Shadow Shadow => now;

    /// <summary>Actions followed so far.</summary>
    public long Followed { get; private set; }

    /// <summary>Forgets what threads were doing.</summary>
    public void Forget()
    {
        foreach (var thread in firstThreads) thread?.Reset();
        foreach (var thread in threads.Values) thread.Reset();
    }

    /// <inheritdoc/>
    public void On(in CellEvent happened)
    {
        var thread = ThreadOf(happened.Thread);
        switch (happened.Kind)
        {
            case CellKind.Activity: OnActivity(thread, in happened); break;
            case CellKind.Binding: OnBinding(thread, in happened); break;
            case CellKind.TlbEntry: OnTlbEntry(thread, in happened); break;
            case CellKind.Turn: OnTurn(thread, in happened); break;
            case CellKind.Fault: OnFault(thread, in happened); break;
            case CellKind.FaultMap: OnFaultMap(thread, in happened); break;
            case CellKind.ContextGate: OnContextGate(thread, in happened); break;
            case CellKind.ChipletGate: OnChipletGate(thread, in happened); break;
            case CellKind.ChangesGate: OnChangesGate(thread, in happened); break;
            case CellKind.Closed: OnClosed(thread, in happened); break;
            case CellKind.Place: OnPlace(thread, in happened); break;
            case CellKind.RangeActive: OnRangeActive(thread, in happened); break;
            case CellKind.Mappings: OnMappings(thread, in happened); break;
            case CellKind.FrameHolds: OnFrameHolds(thread, in happened); break;
            case CellKind.PageMemory: OnPageMemory(thread, in happened); break;
            case CellKind.Asids: OnAsids(thread, in happened); break;
            case CellKind.AsidGeneration: OnAsidGeneration(thread, in happened); break;
            case CellKind.TaskState: OnTaskState(thread, in happened); break;
            case CellKind.Uid: OnUid(thread, in happened); break;
            case CellKind.Tasks: OnTasks(thread, in happened); break;
            case CellKind.Membership: OnMembership(thread, in happened); break;
            case CellKind.Members: OnMembers(thread, in happened); break;
            case CellKind.SharedSpace: OnSharedSpace(thread, in happened); break;
            case CellKind.Groups: NoteRefusal(thread); break;
            case CellKind.Segments: OnSegments(thread, in happened); break;
            case CellKind.SegmentStage: OnSegmentStage(thread, in happened); break;
            case CellKind.Permits: OnPermits(thread, in happened); break;
            case CellKind.PartitionState: OnPartitionState(thread, in happened); break;
            case CellKind.Residents: OnResidents(in happened); break;
        }
    }

    private ThreadView ThreadOf(int number)
    {
        if ((uint)number < (uint)firstThreads.Length) return firstThreads[number] ??= new();
        if (!threads.TryGetValue(number, out var thread)) threads.Add(number, thread = new());
        return thread;
    }

    private int[] With(int a)
    {
        var list = arguments[1];
        list[0] = a;
        return list;
    }

    private int[] With(int a, int b)
    {
        var list = arguments[2];
        (list[0], list[1]) = (a, b);
        return list;
    }

    private int[] With(int a, int b, int c)
    {
        var list = arguments[3];
        (list[0], list[1], list[2]) = (a, b, c);
        return list;
    }

    private int[] With(int a, int b, int c, int d)
    {
        var list = arguments[4];
        (list[0], list[1], list[2], list[3]) = (a, b, c, d);
        return list;
    }

    private int[] With(int a, int b, int c, int d, int e)
    {
        var list = arguments[5];
        (list[0], list[1], list[2], list[3], list[4]) = (a, b, c, d, e);
        return list;
    }

    private int[] With(int a, int b, int c, int d, int e, int f)
    {
        var list = arguments[6];
        (list[0], list[1], list[2], list[3], list[4], list[5]) = (a, b, c, d, e, f);
        return list;
    }

    private int[] With(int a, int b, int c, int d, int e, int f, int g)
    {
        var list = arguments[7];
        (list[0], list[1], list[2], list[3], list[4], list[5], list[6]) = (a, b, c, d, e, f, g);
        return list;
    }

    /// <summary>Takes a step of the specification that the code has been seen to take.</summary>
    /// <exception cref="Braid.Violation">The specification does not allow it here.</exception>
    private void Step(CompiledAction action, int[] with)
    {
        Followed++;
        foreach (var element in with)
        {
            if (element < 0) throw Disagreement.OutOfPlace(action);
        }

        if (!action.TryApply(State, with)) throw Disagreement.NotAllowed(action, with, State, names);
    }

    private static Braid.Violation Wrong(string clause, string what) => new(clause, what);

    private static void Require(bool condition, string clause, string otherwise)
    {
        if (!condition) throw Wrong(clause, otherwise);
    }
}
