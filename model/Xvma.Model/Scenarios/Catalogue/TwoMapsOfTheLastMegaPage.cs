namespace Xvma.Model;

/// <summary>Two tasks map mega pages at once and there is one: one gets it, the other is told that there is none.</summary>
[Scenario("two maps of the last mega page", "MEM-11", "MEM-12", "MEM-4", "INV-8")]
internal sealed class TwoMapsOfTheLastMegaPage(World world) : Scenario(world)
{
    private static readonly PageSize K64 = PageSize.Of64K;

    private Outcome<Result> one = null!;
    private Outcome<Result> other = null!;

    protected override MachineOptions Options => base.Options with { MegaPageBytes = K64.Bytes };

    protected override void Arrange()
    {
        one = Outcome<Result>("one map");
        other = Outcome<Result>("other map");
        Group(uid: 1000, OneMapper, OtherMapper);
    }

    [Actor]
    private void OneMapper(TaskBehaviour me) => Map(me, one);

    [Actor]
    private void OtherMapper(TaskBehaviour me) => Map(me, other);

    protected override void AtRest() =>
        Expect.That(one.Value!.Value.IsOk != other.Value!.Value.IsOk, "MEM-11", "Exactly one of two maps must have the only mega page.");

    private static void Map(TaskBehaviour me, Outcome<Result> outcome) =>
        Expect.OneOf(outcome.Record(me.MapMegaPages(K64.Bytes, K64).Outcome), XvmaError.None, XvmaError.NoMegaPages);
}
