namespace Xvma.Model;

/// <summary>Two members map ranges that share a page: exactly one gets its range.</summary>
[Scenario("map against overlapping map", "MAP-3", "MAP-10", "MAP-11", "SHM-1", "SHM-2", "SHM-5", "INV-1", "INV-3", "INV-11")]
internal sealed class MapAgainstOverlappingMap(World world) : Scenario(world)
{
    private static readonly PageSize Size = PageSize.Of64K;

    private ExtendedAddress start;
    private Outcome<Result> lower = null!;
    private Outcome<Result> upper = null!;

    protected override void Arrange()
    {
        lower = Outcome<Result>("lower map");
        upper = Outcome<Result>("upper map");
        start = Machine.Options.Layout.SharedBase;
        Group(uid: 1000, Lower, Upper);
    }

    [Actor]
    private void Lower(GroupBehaviour me) => Expect.OneOf(
        lower.Record(me.Map(2 * Size.Bytes, Size, at: start).Outcome), XvmaError.None, XvmaError.Overlap);

    [Actor]
    private void Upper(GroupBehaviour me) => Expect.OneOf(
        upper.Record(me.Map(2 * Size.Bytes, Size, at: start + Size.Bytes).Outcome), XvmaError.None, XvmaError.Overlap);

    protected override void AtRest()
    {
        Expect.That(lower.Value!.Value.IsOk != upper.Value!.Value.IsOk, "MAP-3", "Of two overlapping maps, exactly one must be done.");
        Expect.That(Machine.Snapshot().Groups is [{ Shared.Mappings: [_] }], "MAP-3", "The map that was done must be there, alone.");
    }
}
