namespace Xvma.Model;

/// <summary>A copy's fault on the first page brings the second with it, while another member unmaps the second: what comes in late must stay out.</summary>
[Scenario("preload against unmap", "FLT-13", "FLT-3", "FLT-10", "IVL-2", "MAP-5", "MEM-2", "INV-4", "INV-6", "INV-7")]
internal sealed class PreloadAgainstUnmap(World world) : Scenario(world)
{
    private const ulong Half = 8;
    private static readonly PageSize Size = PageSize.Of64K;

    private Window from;
    private Window to;
    private AddressRange second;

    protected override MachineOptions Options => base.Options with { PreloadPages = 1, TlbWays = 4 };

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Copier, Remover);
        from = group.Maps(Size, pages: 2);
        to = group.Maps(Size);
        second = new(from.Start + Size.Bytes, Size.Bytes);
        group.First.Gru.Store(second.Start - Half, 7UL);
        group.First.Gru.Store(second.Start, 9UL);
        group.First.Gru.Store(to.Start, 0UL);
        group.First.Protect(from.Range, Rights.Read); // both pages have memory and no entry
    }

    [Actor]
    private void Copier(FaultBehaviour me)
    {
        var copied = me.Copy(second.Start - Half, to.Start, 2 * Half);
        Expect.OneOf(copied.Cause, FaultCause.None, FaultCause.NotMapped);
        var expected = copied.Cause == FaultCause.None ? 2 * Half : Half;
        Expect.That(copied.Bytes == expected, "INS-5", $"The copy says it made {copied.Bytes} bytes; it must be {expected}.");
        Expect.ValueOr(FaultCause.NotMapped, me.Load(second.Start), 9);
    }

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(second));
}
