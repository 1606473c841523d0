namespace Xvma.Model;

/// <summary>The founder leaves, alone, and founds another group, while somebody joins by the first id: it never names the second.</summary>
[Scenario("late join", "GRP-7", "GRP-8", "INV-9")]
internal sealed class LateJoin(World world) : Scenario(world)
{
    private GroupId first;
    private Outcome<Result> joined = null!;

    protected override void Arrange()
    {
        joined = Outcome<Result>("join");
        first = Group(uid: 1000, Founder).Id;
        Task(uid: 1000, Joiner);
    }

    [Actor]
    private void Founder(GroupBehaviour me)
    {
        Expect.Ok(me.Leave());
        Expect.Ok(me.Create());
    }

    [Actor]
    private void Joiner(GroupBehaviour me) => Expect.OneOf(joined.Record(me.Join(first)), XvmaError.None, XvmaError.NoSuchGroup);

    protected override void AtRest()
    {
        foreach (var group in Machine.Snapshot().Groups)
            Expect.That(group.Members.Length == 1, "INV-9", $"{group.Id} has {group.Members.Length} members: its id named two groups.");
    }
}
