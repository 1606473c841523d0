using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>The instructions with one operand (INS-3, INS-4).</summary>
internal static class Operations<TSync>
    where TSync : struct, ISync
{
    internal readonly struct Load : IOperation
    {
        public static Access Access => Access.Read;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Perform(long memory, int width) => SharedMemory<TSync>.Load(memory, width);
    }

    internal readonly struct Store(ulong value) : IOperation
    {
        public static Access Access => Access.Write;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Perform(long memory, int width)
        {
            SharedMemory<TSync>.Store(memory, width, value);
            return 0;
        }
    }

    internal readonly struct FetchAdd(ulong value) : IOperation
    {
        public static Access Access => Access.Write;

        public ulong Perform(long memory, int width) => SharedMemory<TSync>.FetchAdd(memory, width, value);
    }

    internal readonly struct Swap(ulong value) : IOperation
    {
        public static Access Access => Access.Write;

        public ulong Perform(long memory, int width) => SharedMemory<TSync>.Exchange(memory, width, value);
    }

    internal readonly struct CompareAndSwap(ulong expected, ulong value) : IOperation
    {
        public static Access Access => Access.Write;

        public ulong Perform(long memory, int width) => SharedMemory<TSync>.CompareExchange(memory, width, value, expected);
    }

    /// <summary>
    /// Combines the operand with a value. By a compare-and-exchange, as the processor does where the old value is wanted: it has no single
    /// instruction for these.
    /// </summary>
    internal readonly struct FetchCombined<TBits>(ulong value) : IOperation
        where TBits : struct, IBits
    {
        public static Access Access => Access.Write;

        public ulong Perform(long memory, int width)
        {
            while (true)
            {
                var old = SharedMemory<TSync>.Load(memory, width);
                if (SharedMemory<TSync>.CompareExchange(memory, width, TBits.Combine(old, value), old) == old) return old;
            }
        }
    }

    internal readonly struct And : IBits
    {
        public static ulong Combine(ulong old, ulong value) => old & value;
    }

    internal readonly struct Or : IBits
    {
        public static ulong Combine(ulong old, ulong value) => old | value;
    }

    internal readonly struct Xor : IBits
    {
        public static ulong Combine(ulong old, ulong value) => old ^ value;
    }
}
