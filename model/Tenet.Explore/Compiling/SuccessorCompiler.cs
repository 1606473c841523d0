using System.Collections.Immutable;
using System.Reflection.Emit;

namespace Tenet.Explore;

/// <summary>Writes all successors of a state, and the number of the action of each; returns how many.</summary>
/// <param name="state">The state's words.</param>
/// <param name="successors">Where the successors' words go.</param>
/// <param name="actions">Where the actions' numbers go; <see cref="SuccessorCompiler.BadStep"/> added when the step violates a transition property.</param>
internal unsafe delegate int SuccessorMethod(ulong* state, ulong* successors, int* actions);

/// <summary>
/// Compiles ground actions. Guards are a decision tree: a test shared by several actions is made once for all of them. One method for
/// some hundred actions, so that the just-in-time compiler optimises it.
/// </summary>
internal sealed class SuccessorCompiler
{
    /// <summary>Marks the step of a successor as one that violates a transition property.</summary>
    public const int BadStep = 1 << 30;

    private readonly Packing packing;
    private readonly Nodes nodes;
    private readonly ILGenerator il;
    private readonly LocalBuilder[] words;
    private readonly LocalBuilder[] after;
    private readonly NodeEmitter emitter;

    private SuccessorCompiler(Packing packing, Nodes nodes, ILGenerator il)
    {
        this.packing = packing;
        this.nodes = nodes;
        this.il = il;
        words = Words.Load(il, packing.Words);
        after = [.. words.Select(_ => il.DeclareLocal(typeof(ulong)))];
        emitter = new(il, packing, words);
    }

    public static unsafe ImmutableArray<SuccessorMethod> Compile(GroundSystem system, Packing packing) =>
    [
        .. Weights.Batches(system.Actions, Weights.Of).Select(batch =>
        {
            var method = new DynamicMethod("Successors", typeof(int), [typeof(ulong*), typeof(ulong*), typeof(int*)], typeof(SuccessorCompiler).Module, skipVisibility: true);
            new SuccessorCompiler(packing, system.Nodes, method.GetILGenerator()).Emit(batch);
            return method.CreateDelegate<SuccessorMethod>();
        }),
    ];

    private void Emit(ImmutableArray<GroundAction> actions)
    {
        var first = il.DeclareLocal(typeof(int*));
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Stloc, first);
        EmitTree([.. actions.Select(action => new Open(action, Nodes.Facts(action.Guard)))]);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldloc, first);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Ldc_I4_2);
        il.Emit(OpCodes.Shr);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ret);
    }

    private void EmitTree(List<Open> actions)
    {
        while (actions.Count > 1)
        {
            var most = actions.SelectMany(action => action.Tests).CountBy(test => (test.Key, test.Value)).DefaultIfEmpty().MaxBy(pair => pair.Value);
            if (most.Value < 2) break;
            var (cell, value) = most.Key;
            var with = actions.Where(action => action.Tests.TryGetValue(cell, out var asked) && asked == value).ToList();
            var skip = il.DefineLabel();
            // What all of them test is tested at once.
            var shared = with[0].Tests.Where(test => with.TrueForAll(action => action.Tests.TryGetValue(test.Key, out var asked) && asked == test.Value)).ToList();
            emitter.Require(shared.Select(test => (test.Key, test.Value)), skip);
            EmitTree([.. with.Select(action => action.Without(shared.Select(test => test.Key)))]);
            il.MarkLabel(skip);
            actions = [.. actions.Except(with)];
        }

        foreach (var action in actions) EmitAction(action);
    }

    private void EmitAction(Open open)
    {
        var skip = il.DefineLabel();
        emitter.Require(open.Tests.Select(test => (test.Key, test.Value)), skip);
        foreach (var rest in Nodes.Conjuncts(open.Action.Guard).Where(part => part is not TestNode { IsNegated: false })) emitter.Require(rest, skip);
        EmitNumber(open.Action);
        EmitSuccessor(open.Action);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_4);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Starg_S, (byte)2);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, 8 * words.Length);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Starg_S, (byte)1);
        il.MarkLabel(skip);
    }

    private void EmitNumber(GroundAction action)
    {
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, action.Id);
        il.Emit(OpCodes.Stind_I4);
        if (ReferenceEquals(action.KeepsTransitions, nodes.True)) return;
        var (bad, good) = (il.DefineLabel(), il.DefineLabel());
        emitter.Require(action.KeepsTransitions, bad);
        il.Emit(OpCodes.Br, good);
        il.MarkLabel(bad);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, action.Id | BadStep);
        il.Emit(OpCodes.Stind_I4);
        il.MarkLabel(good);
    }

    private void EmitSuccessor(GroundAction action)
    {
        for (var word = 0; word < words.Length; word++)
        {
            var changes = action.Assignments.Where(assignment => packing[assignment.Cell].Word == word).ToList();
            var clear = changes.Aggregate(0UL, (mask, change) => mask | packing[change.Cell].Mask);
            var set = changes.Aggregate(0UL, (bits, change) =>
                bits | (change.Value is KnownTerm known ? (ulong)known.Known << packing[change.Cell].Shift : 0));
            il.Emit(OpCodes.Ldloc, words[word]);
            if (clear != 0)
            {
                il.Emit(OpCodes.Ldc_I8, (long)~clear);
                il.Emit(OpCodes.And);
            }

            if (set != 0)
            {
                il.Emit(OpCodes.Ldc_I8, (long)set);
                il.Emit(OpCodes.Or);
            }

            il.Emit(OpCodes.Stloc, after[word]);
        }

        EmitChosen([.. action.Assignments.Where(assignment => assignment.Value is not KnownTerm)]);
        for (var word = 0; word < words.Length; word++)
        {
            il.Emit(OpCodes.Ldarg_1);
            if (word > 0)
            {
                il.Emit(OpCodes.Ldc_I4, 8 * word);
                il.Emit(OpCodes.Add);
            }

            il.Emit(OpCodes.Ldloc, after[word]);
            il.Emit(OpCodes.Stind_I8);
        }
    }

    // Values with one condition are chosen together.
    private void EmitChosen(List<Assignment> assignments)
    {
        foreach (var assignment in assignments.Where(assignment => assignment.Value is not ChoiceTerm))
            emitter.Insert(assignment.Value, packing[assignment.Cell], after[packing[assignment.Cell].Word]);
        foreach (var group in assignments.Where(assignment => assignment.Value is ChoiceTerm).GroupBy(assignment => ((ChoiceTerm)assignment.Value).Condition))
        {
            var (otherwise, end) = (il.DefineLabel(), il.DefineLabel());
            emitter.Require(group.Key, otherwise);
            EmitChosen([.. group.Select(assignment => assignment with { Value = ((ChoiceTerm)assignment.Value).Then })]);
            il.Emit(OpCodes.Br, end);
            il.MarkLabel(otherwise);
            EmitChosen([.. group.Select(assignment => assignment with { Value = ((ChoiceTerm)assignment.Value).Otherwise })]);
            il.MarkLabel(end);
        }
    }

    // An action with the tests of its guard that are still to be made.
    private sealed record Open(GroundAction Action, Dictionary<int, int> Tests)
    {
        public Open Without(IEnumerable<int> made) => this with { Tests = Tests.ExceptBy(made, test => test.Key).ToDictionary() };
    }
}
