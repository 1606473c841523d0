using System.Runtime.CompilerServices;
using Xvma.Sync;
using static Xvma.Architecture.Tests.MachineCodeSubjects;

namespace Xvma.Architecture.Tests;

/// <summary>The subjects of the comparison are real code: they do what they say. Also what a child process runs to have them compiled.</summary>
public sealed class MachineCodeSubjectTests
{
    [Fact]
    public void Subjects_do_what_they_say()
    {
        var sequence = new Holder(2);
        var keys = new AtomicInt64Array<NativeSync>(8, 0, "keys");
        var frames = new AtomicInt64Array<NativeSync>(8, 0, "frames");
        keys.Store(3, 11);
        frames.Store(3, 77);
        Assert.Equal(77, LookupThroughSeam(ref sequence.Cell, keys, frames, 11));
        Assert.Equal(77, LookupWithFullFence(ref sequence.Cell, keys, frames, 11));
        Assert.Equal(Missing, LookupThroughSeam(ref sequence.Cell, keys, frames, 12));

        var plain = 2L;
        Assert.Equal(77, LookupByHand(ref plain, [0, 0, 0, 11, 0, 0, 0, 0], [0, 0, 0, 77, 0, 0, 0, 0], 11));

        var published = new Publisher();
        Assert.Equal(8, PublishedThroughSeam(ref published.Cell));
        Entry? entry = new(8);
        Assert.Equal(8, PublishedByHand(ref entry));

        var slots = new AtomicRefArray<NativeSync, Entry>(2, "slots");
        slots.Store(1, entry);
        Assert.Equal(8, SlotThroughSeam(slots, 1));
        Assert.Equal(Missing, SlotThroughSeam(slots, 0));
        Assert.Equal(8, SlotByHand([null, entry], 1));

        var count = new Holder(4);
        Assert.Equal(4, TakeThroughSeam(ref count.Cell, 6));
        Assert.Equal(5, TakeWithFullFence(ref count.Cell, 6));
        Assert.Equal(Missing, TakeThroughSeam(ref count.Cell, 6));
        plain = 5;
        Assert.Equal(5, TakeByHand(ref plain, 6));
        Assert.Equal(Missing, TakeByHand(ref plain, 6));

        var slot = new Holder(0);
        Assert.Equal(6, AnnounceWithLightFence(ref slot.Cell, ref count.Cell));
        Assert.Equal(1, slot.Cell.Load());
        var plainSlot = 0L;
        Assert.Equal(6, AnnounceWithNoFence(ref plainSlot, ref plain));
        Assert.Equal(1, plainSlot);
    }

    private sealed class Publisher
    {
        public AtomicRef<NativeSync, Entry> Cell = new(new(8), "published");
    }

    private sealed class Holder
    {
        public AtomicInt64<NativeSync> Cell;

        public Holder(long initial) => Cell = new(initial, "cell");
    }
}
