namespace Xvma.Model;

/// <summary>Root wants into a user's group while its last member leaves, and a user into root's: refused, at every instant.</summary>
[Scenario("root is refused", "GRP-4", "INV-5")]
internal sealed class RootIsRefused(World world) : Scenario(world)
{
    private GroupId users;
    private GroupId roots;

    protected override void Arrange()
    {
        users = Group(uid: 1000, User).Id;
        roots = Group(Task(uid: 0)).Id;
        Task(uid: 0, Root);
    }

    [Actor]
    private void Root(GroupBehaviour me) => Expect.OneOf(me.Join(users), XvmaError.NotPermitted, XvmaError.NoSuchGroup);

    [Actor]
    private void User(GroupBehaviour me)
    {
        Expect.Ok(me.Leave());
        Expect.Refused(XvmaError.NotPermitted, me.Join(roots));
    }
}
