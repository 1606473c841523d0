using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma.Architecture.Tests;

/// <summary>Pairs of methods: through the seam, and by hand. The compiler has to make the same instructions of both.</summary>
/// <remarks>Shared state comes in by reference, so that where an object keeps a field does not tell the two apart.</remarks>
internal static class MachineCodeSubjects
{
    public const long Missing = -1;

    /// <summary>A look-up among slots that a writer changes in place: read the sequence, the slots, the sequence again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long LookupThroughSeam(
        ref AtomicInt64<NativeSync> sequence, AtomicInt64Array<NativeSync> keys, AtomicInt64Array<NativeSync> frames, long key)
    {
        while (true)
        {
            var before = sequence.Load();
            var slot = (int)(key & 7);
            var found = keys.Load(slot) == key ? frames.Load(slot) : Missing;
            Seam<NativeSync>.FenceLight();
            if ((before & 1) == 0 && sequence.Load() == before) return found;
        }
    }

    /// <inheritdoc cref="LookupThroughSeam"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long LookupByHand(ref long sequence, long[] keys, long[] frames, long key)
    {
        while (true)
        {
            var before = Volatile.Read(ref sequence);
            var slot = (int)(key & 7);
            var found = Volatile.Read(ref keys[slot]) == key ? Volatile.Read(ref frames[slot]) : Missing;
            Volatile.ReadBarrier();
            if ((before & 1) == 0 && Volatile.Read(ref sequence) == before) return found;
        }
    }

    /// <summary>The look-up with a fence too many: what the comparison must notice.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long LookupWithFullFence(
        ref AtomicInt64<NativeSync> sequence, AtomicInt64Array<NativeSync> keys, AtomicInt64Array<NativeSync> frames, long key)
    {
        while (true)
        {
            var before = sequence.Load();
            var slot = (int)(key & 7);
            var found = keys.Load(slot) == key ? frames.Load(slot) : Missing;
            Seam<NativeSync>.Fence();
            if ((before & 1) == 0 && sequence.Load() == before) return found;
        }
    }

    /// <summary>A compare-exchange loop: take one more unless there are too many.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long TakeThroughSeam(ref AtomicInt64<NativeSync> count, long most)
    {
        while (true)
        {
            var now = count.Load();
            if (now >= most) return Missing;
            if (count.TryChange(now, now + 1)) return now;
        }
    }

    /// <inheritdoc cref="TakeThroughSeam"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long TakeByHand(ref long count, long most)
    {
        while (true)
        {
            var now = Volatile.Read(ref count);
            if (now >= most) return Missing;
            if (Interlocked.CompareExchange(ref count, now + 1, now) == now) return now;
        }
    }

    /// <summary>The loop with a full fence in it: what the comparison must notice.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long TakeWithFullFence(ref AtomicInt64<NativeSync> count, long most)
    {
        while (true)
        {
            var now = count.Load();
            if (now >= most) return Missing;
            Seam<NativeSync>.Fence();
            if (count.TryChange(now, now + 1)) return now;
        }
    }

    /// <summary>An announcement and a look, with the light half of a fence in between.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AnnounceWithLightFence(ref AtomicInt64<NativeSync> slot, ref AtomicInt64<NativeSync> tag)
    {
        slot.Store(1);
        Seam<NativeSync>.FenceLight();
        return tag.Load();
    }

    /// <inheritdoc cref="AnnounceWithLightFence"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AnnounceWithNoFence(ref long slot, ref long tag)
    {
        Volatile.Write(ref slot, 1);
        return Volatile.Read(ref tag);
    }

    /// <summary>A look at what a reference publishes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long PublishedThroughSeam(ref AtomicRef<NativeSync, Entry> published) => published.Load() is { } entry ? entry.Frame : Missing;

    /// <inheritdoc cref="PublishedThroughSeam"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long PublishedByHand(ref Entry? published) => Volatile.Read(ref published) is { } entry ? entry.Frame : Missing;

    /// <summary>A look into a table of references, as a TLB hit makes it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long SlotThroughSeam(AtomicRefArray<NativeSync, Entry> slots, int slot) =>
        slots.Load(slot) is { } entry ? entry.Frame : Missing;

    /// <inheritdoc cref="SlotThroughSeam"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long SlotByHand(Entry?[] slots, int slot) => Volatile.Read(ref slots[slot]) is { } entry ? entry.Frame : Missing;

    /// <summary>What a look-up finds.</summary>
    internal sealed class Entry(long frame)
    {
        public long Frame { get; } = frame;
    }
}
