namespace Xvma.Model;

/// <summary>A copy runs across two pages while the second is unmapped: the first page arrives, the second does or ends the copy.</summary>
[Scenario(
    "partial unmap against bcopy",
    "PGS-5", "MAP-5", "SHM-5", "MEM-2", "MEM-6", "INS-5", "INS-6", "IVL-2", "IVL-3", "IVL-9", "TRD-1", "INV-1", "INV-4", "INV-6")]
internal sealed class PartialUnmapAgainstCopy(World world) : Scenario(world)
{
    private const ulong Half = 8;
    private static readonly PageSize Size = PageSize.Of64K;

    private Window from;
    private Window to;
    private AddressRange second;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Copier, Remover);
        from = group.Maps(Size, pages: 2);
        to = group.Maps(Size);
        second = new(from.Start + Size.Bytes, Size.Bytes);
    }

    [Actor]
    private void Copier(FaultBehaviour me)
    {
        var copied = me.Copy(second.Start - Half, to.Start, 2 * Half);
        Expect.OneOf(copied.Cause, FaultCause.None, FaultCause.NotMapped);
        var expected = copied.Cause == FaultCause.None ? 2 * Half : Half;
        Expect.That(copied.Bytes == expected, "INS-5", $"The copy says it made {copied.Bytes} bytes; it must be {expected}.");
    }

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(second));
}
