using System.Runtime.CompilerServices;

namespace Tenet.Explore;

/// <summary>
/// The states found so far, in full, numbered as they were found, each with the number of a state it was found from; and a table that finds
/// them. The table is open addressing over 8-byte slots: 32 bits of the state's hash, and its number plus one. A slot's home is given by the
/// hash's upper bits, so the table doubles without looking at a state.
/// </summary>
internal sealed unsafe class StateSpace : IDisposable
{
    /// <summary>The number of no state.</summary>
    public const uint None = uint.MaxValue;

    /// <summary>Numbers are 32 bits; workers take them in blocks.</summary>
    public const long MostStates = 0xFFF0_0000;

    private const int SegmentBits = 17;
    private const uint SegmentMask = (1u << SegmentBits) - 1;
    private const int MostSegments = 1 << (32 - SegmentBits);

    private readonly ulong** segments = (ulong**)HugeMemory.Allocate((nuint)(MostSegments * sizeof(ulong*)));
    private readonly Lock allocating = new();
    private int segmentCount;

    public StateSpace(int words, int tableBits)
    {
        Words = words;
        TableBits = tableBits;
        Slots = NewTable(tableBits);
    }

    /// <summary>Words of a state.</summary>
    public int Words { get; }

    public ulong* Slots { get; private set; }

    /// <summary>The table has 2 to this many slots.</summary>
    public int TableBits { get; private set; }

    public ulong SlotMask => (1UL << TableBits) - 1;

    /// <summary>Bytes taken from the system.</summary>
    public long Bytes => (SegmentBytes * segmentCount) + (8L << TableBits);

    /// <summary>Bytes of a table twice as large, beside the present one.</summary>
    public long BytesToGrow => 16L << TableBits;

    /// <summary>Bytes of another segment.</summary>
    public long SegmentBytes => (long)(8 * Words + 4) << SegmentBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong* State(uint number) => segments[number >> SegmentBits] + ((number & SegmentMask) * (uint)Words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint* Parent(uint number) => (uint*)(segments[number >> SegmentBits] + ((ulong)Words << SegmentBits)) + (number & SegmentMask);

    /// <summary>Whether the state has room already; false needs <see cref="MakeRoom"/>.</summary>
    public bool HasRoom(long number) => number >> SegmentBits < Volatile.Read(ref segmentCount);

    public void MakeRoom(long number)
    {
        lock (allocating)
        {
            while (number >> SegmentBits >= segmentCount)
            {
                segments[segmentCount] = (ulong*)HugeMemory.Allocate((nuint)SegmentBytes);
                Volatile.Write(ref segmentCount, segmentCount + 1);
            }
        }
    }

    /// <summary>Doubles the table. Nobody else may use it meanwhile.</summary>
    public void Grow()
    {
        var old = Slots;
        var count = 1UL << TableBits;
        TableBits++;
        Slots = NewTable(TableBits);
        for (ulong i = 0; i < count; i++)
        {
            if (old[i] != 0) Put(old[i]);
        }

        HugeMemory.Free(old);
    }

    /// <summary>Puts in a slot's content that is not there yet.</summary>
    public void Put(ulong content)
    {
        var at = Home((uint)(content >> 32));
        while (Slots[at] != 0) at = (at + 1) & SlotMask;
        Slots[at] = content;
    }

    /// <summary>The number of a state, or <see cref="None"/>.</summary>
    public uint Find(ulong* state)
    {
        var tag = Hash(state, Words);
        for (var at = Home(tag); ; at = (at + 1) & SlotMask)
        {
            var slot = Slots[at];
            if (slot == 0) return None;
            if ((uint)(slot >> 32) == tag && AreEqual(State((uint)slot - 1), state, Words)) return (uint)slot - 1;
        }
    }

    public int[] Values(uint number, Packing packing) => packing.Unpack(new ReadOnlySpan<ulong>(State(number), Words));

    public void Dispose()
    {
        for (var i = 0; i < segmentCount; i++) HugeMemory.Free(segments[i]);
        HugeMemory.Free(segments);
        HugeMemory.Free(Slots);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Home(uint tag) => ((ulong)tag << TableBits) >> 32;

    /// <summary>32 bits of a state's hash: multiplications folded, as in wyhash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(ulong* state, int words)
    {
        var hash = 0x2D35_8DCC_AA6C_78A5UL;
        for (var i = 0; i < words; i++)
        {
            var high = Math.BigMul(hash ^ state[i], 0x9E37_79B9_7F4A_7C15UL + ((ulong)i << 1), out var low);
            hash = high ^ low ^ 0x8BB8_4B93_962E_ACC9UL;
        }

        return (uint)(hash >> 32) ^ (uint)hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(ulong* a, ulong* b, int words)
    {
        for (var i = 0; i < words; i++)
        {
            if (a[i] != b[i]) return false;
        }

        return true;
    }

    private static ulong* NewTable(int bits) => (ulong*)HugeMemory.Allocate((nuint)8 << bits);
}
