using System.Runtime.InteropServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>The vector instructions (INS-12). Elements of the task's own are held as it holds them: one after another, in the machine's byte order.</summary>
internal static class ElementOperations<TSync>
    where TSync : struct, ISync
{
    /// <summary>vload, ivload.</summary>
    internal readonly ref struct Load(Span<byte> into) : IElementOperation
    {
        private readonly Span<byte> into = into;

        public static Access Access => Access.Read;

        public void Perform(long memory, int width, int element)
        {
            var value = SharedMemory<TSync>.Load(memory, width);
            var at = into[(element * width)..];
            switch (width)
            {
                case 8: MemoryMarshal.Write(at, value); break;
                case 4: MemoryMarshal.Write(at, (uint)value); break;
                case 2: MemoryMarshal.Write(at, (ushort)value); break;
                default: at[0] = (byte)value; break;
            }
        }
    }

    /// <summary>vstore, ivstore.</summary>
    internal readonly ref struct Store(ReadOnlySpan<byte> from) : IElementOperation
    {
        private readonly ReadOnlySpan<byte> from = from;

        public static Access Access => Access.Write;

        public void Perform(long memory, int width, int element)
        {
            var at = from[(element * width)..];
            SharedMemory<TSync>.Store(memory, width, width switch
            {
                8 => MemoryMarshal.Read<ulong>(at),
                4 => MemoryMarshal.Read<uint>(at),
                2 => MemoryMarshal.Read<ushort>(at),
                _ => at[0],
            });
        }
    }

    /// <summary>vset, ivset.</summary>
    internal readonly struct Set(ulong value) : IElementOperation
    {
        public static Access Access => Access.Write;

        public void Perform(long memory, int width, int element) => SharedMemory<TSync>.Store(memory, width, value);
    }

    /// <summary>What a vflush does to an element: it reaches it.</summary>
    internal readonly struct Touch : IElementOperation
    {
        public static Access Access => Access.Read;

        public void Perform(long memory, int width, int element) => SharedMemory<TSync>.Load(memory, width);
    }
}
