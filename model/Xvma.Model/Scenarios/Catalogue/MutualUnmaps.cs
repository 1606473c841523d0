namespace Xvma.Model;

/// <summary>Two tasks have attached each other's memory, and each unmaps its own: neither waits for a lock that the other holds.</summary>
[Scenario("each unmaps what the other has attached", "TSK-8", "XPM-8", "INV-8", "INV-12")]
internal sealed class MutualUnmaps(World world) : Scenario(world)
{
    private SegmentArrangement? first;
    private SegmentArrangement? second;

    protected override void Arrange()
    {
        var one = Task(uid: 1000, One);
        var other = Task(uid: 1000, Other);
        first = SegmentArrangement.Of(one);
        second = SegmentArrangement.Of(other);
        first.AttachedBy(other);
        second.AttachedBy(one);
    }

    [Actor]
    private void One(TaskBehaviour me) => Expect.Ok(me.Unmap(first!.Memory.Range));

    [Actor]
    private void Other(TaskBehaviour me) => Expect.Ok(me.Unmap(second!.Memory.Range));
}
