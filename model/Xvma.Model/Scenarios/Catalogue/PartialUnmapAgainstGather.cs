namespace Xvma.Model;

/// <summary>A gather goes to a page, to another that is being unmapped, and back: it has the elements up to the one it could not reach, and no other.</summary>
[Scenario("partial unmap against gather", "INS-12", "INS-6", "IVL-3", "MAP-5", "INV-4", "INV-6")]
internal sealed class PartialUnmapAgainstGather(World world) : Scenario(world)
{
    private static readonly PageSize Size = PageSize.Of64K;

    private Window window;
    private AddressRange second;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Gatherer, Remover);
        window = group.Maps(Size, pages: 2);
        second = new(window.Start + Size.Bytes, Size.Bytes);
        group.First.Gru.Store(window.Start, 1UL);
        group.First.Gru.Store(second.Start, 2UL);
    }

    [Actor]
    private void Gatherer(FaultBehaviour me)
    {
        var there = (long)(Size.Bytes / sizeof(ulong));
        var gathered = me.Gather(window.Start, 0, there, 0);
        Expect.OneOf(gathered.Cause, FaultCause.None, FaultCause.NotMapped);
        ReadOnlySpan<ulong> expected = gathered.Cause == FaultCause.None ? [1, 2, 1] : [1];
        Expect.That(gathered.Values.AsSpan().SequenceEqual(expected), "INS-12", $"The gather says {gathered}.");
    }

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(second));
}
