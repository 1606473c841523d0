namespace Xvma.Model;

/// <summary>Two tasks that have attached each other's memory end at the same time: both are dead afterwards, and nothing is left.</summary>
[Scenario("two that have attached each other exit", "TSK-8", "TRD-4", "TRD-7", "TRD-8", "XPM-6", "INV-8", "INV-12", IsLongWithBuffers = true)]
internal sealed class MutualExits(World world) : Scenario(world)
{
    protected override void Arrange()
    {
        var one = Task(uid: 1000, One);
        var other = Task(uid: 1000, Other);
        SegmentArrangement.Of(one).AttachedBy(other);
        SegmentArrangement.Of(other).AttachedBy(one);
    }

    [Actor]
    private static void One(TaskBehaviour me) => Expect.Ok(me.Exit());

    [Actor]
    private static void Other(TaskBehaviour me) => Expect.Ok(me.Exit());
}
