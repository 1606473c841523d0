using System.Collections.Immutable;
using System.Reflection.Emit;

namespace Tenet.Explore;

/// <summary>Whether a formula holds in a packed state.</summary>
internal unsafe delegate bool StateMethod(ulong* state);

/// <summary>A compiled formula about a state.</summary>
internal sealed unsafe class StatePredicate
{
    private readonly ImmutableArray<StateMethod> parts;
    private readonly bool isConjunction;

    private StatePredicate(ImmutableArray<StateMethod> parts, bool isConjunction)
    {
        this.parts = parts;
        this.isConjunction = isConjunction;
    }

    public static StatePredicate Compile(Node node, Packing packing)
    {
        // Only the outermost junction is split; below it, formulas of a theory are small.
        var isConjunction = node is not JunctionNode { Kind: JunctionKind.Or };
        var children = node is JunctionNode junction ? junction.Children : [node];
        return new([.. Weights.Batches(children, Weights.Of).Select(batch => Compile(batch, isConjunction, packing))], isConjunction);
    }

    public bool Holds(ulong* state)
    {
        foreach (var part in parts)
        {
            if (part(state) != isConjunction) return !isConjunction;
        }

        return isConjunction;
    }

    private static StateMethod Compile(ImmutableArray<Node> nodes, bool isConjunction, Packing packing)
    {
        var method = new DynamicMethod("Holds", typeof(bool), [typeof(ulong*)], typeof(StatePredicate).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var emitter = new NodeEmitter(il, packing, Words.Load(il, packing.Words));
        var decided = il.DefineLabel();
        if (isConjunction)
        {
            foreach (var node in nodes) emitter.Require(node, decided);
        }
        else
        {
            foreach (var node in nodes) emitter.GoWhen(node, decided);
        }

        il.Emit(isConjunction ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(decided);
        il.Emit(isConjunction ? OpCodes.Ldc_I4_0 : OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<StateMethod>();
    }
}
