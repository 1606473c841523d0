using System.Reflection.Emit;

namespace Tenet.Explore;

/// <summary>Writes a state with two elements of a sort swapped.</summary>
internal unsafe delegate void SwapMethod(ulong* state, ulong* swapped);

/// <summary>Compiles the swap of two neighbours of a sort: cells change places, and values that are such elements are renamed.</summary>
internal sealed class SwapCompiler
{
    private readonly Packing packing;
    private readonly ILGenerator il;
    private readonly LocalBuilder[] words;
    private readonly LocalBuilder[] after;
    private readonly LocalBuilder value;

    private SwapCompiler(Packing packing, ILGenerator il)
    {
        this.packing = packing;
        this.il = il;
        words = Words.Load(il, packing.Words);
        after = [.. words.Select(_ => il.DeclareLocal(typeof(ulong)))];
        value = il.DeclareLocal(typeof(ulong));
    }

    public static unsafe SwapMethod Compile(GroundSystem system, Packing packing, Sort sort, int first)
    {
        var method = new DynamicMethod("Swap", typeof(void), [typeof(ulong*), typeof(ulong*)], typeof(SwapCompiler).Module, skipVisibility: true);
        new SwapCompiler(packing, method.GetILGenerator()).Emit(system, sort, first);
        return method.CreateDelegate<SwapMethod>();
    }

    private void Emit(GroundSystem system, Sort sort, int first)
    {
        foreach (var word in after)
        {
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Conv_I8);
            il.Emit(OpCodes.Stloc, word);
        }

        var moves = system.Variable.Select(cell => (From: packing[cell.Id], To: packing[Swapping.Cell(system.Cells, cell, sort, first)], IsRenamed: ReferenceEquals(cell.Symbol.Result, sort))).ToList();
        foreach (var group in moves.Where(move => !move.IsRenamed).GroupBy(move => (From: move.From.Word, To: move.To.Word, Left: move.To.Shift - move.From.Shift)))
            Move(group.Key.From, group.Aggregate(0UL, (mask, move) => mask | move.From.Mask), group.Key.Left, group.Key.To);
        foreach (var move in moves.Where(move => move.IsRenamed)) Rename(move.From, move.To, first);
        for (var word = 0; word < after.Length; word++)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, 8 * word);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldloc, after[word]);
            il.Emit(OpCodes.Stind_I8);
        }

        il.Emit(OpCodes.Ret);
    }

    private void Move(int from, ulong mask, int left, int to)
    {
        il.Emit(OpCodes.Ldloc, words[from]);
        il.Emit(OpCodes.Ldc_I8, (long)mask);
        il.Emit(OpCodes.And);
        Shift(left);
        Add(to);
    }

    private void Rename(Place from, Place to, int first)
    {
        var (renamed, done) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Ldloc, words[from.Word]);
        Shift(-from.Shift);
        il.Emit(OpCodes.Ldc_I8, (long)from.Ones);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Stloc, value);
        foreach (var element in (int[])[first, first + 1])
        {
            il.Emit(OpCodes.Ldloc, value);
            il.Emit(OpCodes.Ldc_I8, (long)element);
            il.Emit(OpCodes.Beq, renamed);
        }

        il.Emit(OpCodes.Br, done);
        il.MarkLabel(renamed);
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Ldc_I8, (long)(first ^ (first + 1)));
        il.Emit(OpCodes.Xor);
        il.Emit(OpCodes.Stloc, value);
        il.MarkLabel(done);
        il.Emit(OpCodes.Ldloc, value);
        Shift(to.Shift);
        Add(to.Word);
    }

    private void Add(int to)
    {
        il.Emit(OpCodes.Ldloc, after[to]);
        il.Emit(OpCodes.Or);
        il.Emit(OpCodes.Stloc, after[to]);
    }

    private void Shift(int left)
    {
        if (left == 0) return;
        il.Emit(OpCodes.Ldc_I4, Math.Abs(left));
        il.Emit(left > 0 ? OpCodes.Shl : OpCodes.Shr_Un);
    }
}
