namespace Xvma.Model;

/// <summary>The last member leaves while another task joins: either the group lives on with the joiner, or the join finds no group.</summary>
[Scenario("join against last leave", "GRP-6", "GRP-8", "GRP-9", "TRD-3", "INV-9", "INV-11")]
internal sealed class JoinAgainstLastLeave(World world) : Scenario(world)
{
    private GroupId group;
    private Outcome<Result> joined = null!;

    protected override void Arrange()
    {
        joined = Outcome<Result>("join");
        var last = Group(uid: 1000, Leaver);
        group = last.Id;
        last.First.Gru.Store(last.Maps(PageSize.Of64K).Start, 7UL);
        Task(uid: 1000, Joiner);
    }

    [Actor]
    private void Leaver(GroupBehaviour me) => Expect.Ok(me.Leave());

    [Actor]
    private void Joiner(GroupBehaviour me) => Expect.OneOf(joined.Record(me.Join(group)), XvmaError.None, XvmaError.NoSuchGroup);

    protected override void AtRest()
    {
        var groups = Machine.Snapshot().Groups;
        if (joined.Value is { IsOk: true })
            Expect.That(groups is [{ Members: [_], Shared.Mappings: [_] }], "GRP-9", "The join was done, so the group must live on with its mapping.");
        else
            Expect.That(groups.IsEmpty, "GRP-9", "The join was refused, so the group must be gone.");
    }
}
