namespace Xvma.Model;

/// <summary>Two tasks join while the only member leaves. The group lives or it does not: both joins must have seen the same.</summary>
[Scenario(
    "two joins and a leave",
    "TSK-8", "GRP-2", "GRP-3", "GRP-5", "SHM-6", "MEM-4", "IVL-9", "TRD-8", "INV-3", "INV-8", "INV-11", "INV-12")]
internal sealed class TwoJoinsAndALeave(World world) : Scenario(world)
{
    private GroupId group;
    private Outcome<Result> first = null!;
    private Outcome<Result> second = null!;

    protected override void Arrange()
    {
        first = Outcome<Result>("first join");
        second = Outcome<Result>("second join");
        group = Group(uid: 1000, Leaver).Id;
        Task(uid: 1000, FirstJoiner);
        Task(uid: 1000, SecondJoiner);
    }

    [Actor]
    private void FirstJoiner(GroupBehaviour me) => Expect.OneOf(first.Record(me.Join(group)), XvmaError.None, XvmaError.NoSuchGroup);

    [Actor]
    private void SecondJoiner(GroupBehaviour me) => Expect.OneOf(second.Record(me.Join(group)), XvmaError.None, XvmaError.NoSuchGroup);

    [Actor]
    private void Leaver(GroupBehaviour me) => Expect.Ok(me.Leave());

    protected override void AtRest()
    {
        // A refused join says that the group had ended; a group that has ended takes nobody in, before or after.
        Expect.That(
            first.Value is not { IsOk: true } || second.Value is { IsOk: true } || !Lives, "INV-11", "One join was done, the other found no group.");
        var members = Machine.Snapshot().Groups.Sum(there => there.Members.Length);
        var joins = Done(first) + Done(second);
        Expect.That(members == joins, "INV-11", $"{joins} joins were done, the group has {members} members.");
    }

    private bool Lives => !Machine.Snapshot().Groups.IsEmpty;

    private static int Done(Outcome<Result> join) => join.Value is { IsOk: true } ? 1 : 0;
}
