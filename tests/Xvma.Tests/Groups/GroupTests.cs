using Xvma.Tests.Support;

namespace Xvma.Tests.Groups;

public sealed class GroupTests
{
    private readonly Machine machine = Machine.Create();

    [Fact]
    [Trait("Clause", "GRP-1")]
    public void The_creator_is_the_first_member()
    {
        using var task = machine.StartTask(uid: 7);
        var id = task.CreateSharedXmm();
        Assert.Equal(id, task.Membership);
        var group = Assert.Single(machine.Snapshot().Groups);
        Assert.Equal((id, 7), (group.Id, group.Uid));
        Assert.Equal([task.Id], group.Members);
    }

    [Fact]
    [Trait("Clause", "GRP-2")]
    public void A_task_joins_by_id()
    {
        using var founder = machine.StartTask(uid: 7);
        using var task = machine.StartTask(uid: 7);
        var id = founder.CreateSharedXmm();
        task.Join(id);
        Assert.Equal(id, task.Membership);
        Assert.Equal([founder.Id, task.Id], Assert.Single(machine.Snapshot().Groups).Members);
    }

    [Fact]
    [Trait("Clause", "GRP-3")]
    public void A_member_can_neither_create_nor_join()
    {
        using var one = machine.StartTask(uid: 7);
        using var two = machine.StartTask(uid: 7);
        var id = one.CreateSharedXmm();
        two.CreateSharedXmm();
        Assert.Equal(XvmaError.AlreadyMember, two.TryJoin(id).Error);
        Assert.Equal(XvmaError.AlreadyMember, two.TryCreateSharedXmm().Error);
        two.Leave();
        two.Join(id);
    }

    [Theory]
    [InlineData(7, 8)]
    [InlineData(7, 0)]
    [InlineData(0, 7)]
    [InlineData(0, -1)]
    [InlineData(-1, 0)]
    [InlineData(int.MinValue, int.MaxValue)]
    [Trait("Clause", "GRP-4")]
    [Trait("Clause", "INV-5")]
    public void A_task_of_another_uid_is_refused_and_root_is_no_exception(int uid, int another)
    {
        using var founder = machine.StartTask(uid);
        using var task = machine.StartTask(another);
        using var same = machine.StartTask(uid);
        var id = founder.CreateSharedXmm();
        Assert.Equal(XvmaError.NotPermitted, task.TryJoin(id).Error);
        Assert.Null(task.Membership);
        Assert.True(same.TryJoin(id).IsOk);
    }

    [Fact]
    [Trait("Clause", "GRP-5")]
    [Trait("Clause", "TRD-2")]
    [Trait("Clause", "CTX-7")]
    public void A_task_that_left_is_no_member()
    {
        using var founder = machine.StartTask(uid: 7);
        using var task = machine.StartTask(uid: 7);
        task.Join(founder.CreateSharedXmm());
        var window = task.MapShared(4096, PageSize.Of4K);
        task.Gru.Store(window.Start, 3UL);
        founder.Gru.Store(window.Start + 8, 4UL);

        task.Leave();

        Assert.Null(task.Membership);
        Assert.Equal([founder.Id], Assert.Single(machine.Snapshot().Groups).Members);
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(window.Start, 8, out _));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryStore(window.Start, 8, 9));
        var usable = machine.Snapshot().Chiplets.SelectMany(chiplet => chiplet.Translations);
        Assert.DoesNotContain(usable, translation => translation.Task == task.Id);
        Assert.Equal(3UL, founder.Gru.Load<ulong>(window.Start));
    }

    [Fact]
    [Trait("Clause", "GRP-6")]
    [Trait("Clause", "TRD-3")]
    public void A_group_goes_with_its_last_member()
    {
        using var founder = machine.StartTask(uid: 7);
        using var task = machine.StartTask(uid: 7);
        var id = founder.CreateSharedXmm();
        task.Join(id);
        task.Gru.Store(founder.MapShared(4096, PageSize.Of4K).Start, 1UL);
        founder.Leave();
        Assert.Equal((1, 1L), (machine.Snapshot().Groups.Length, machine.Snapshot().LiveFrames));
        task.Exit();
        Assert.Equal((0, 0L), (machine.Snapshot().Groups.Length, machine.Snapshot().LiveFrames));
    }

    [Fact]
    [Trait("Clause", "GRP-7")]
    [Trait("Clause", "INV-9")]
    public void An_id_is_never_given_twice()
    {
        var seen = new HashSet<GroupId>();
        for (var i = 0; i < 20; i++)
        {
            using var task = machine.StartTask(uid: 7);
            Assert.True(seen.Add(task.CreateSharedXmm()));
            task.Leave();
            Assert.True(seen.Add(task.CreateSharedXmm()));
        }
    }

    [Fact]
    [Trait("Clause", "GRP-8")]
    public void The_id_of_a_group_that_is_gone_names_no_group()
    {
        using var task = machine.StartTask(uid: 7);
        var gone = task.CreateSharedXmm();
        task.Leave();
        Assert.Equal(XvmaError.NoSuchGroup, task.TryJoin(gone).Error);
        task.CreateSharedXmm();
        using var other = machine.StartTask(uid: 7);
        Assert.Equal(XvmaError.NoSuchGroup, other.TryJoin(gone).Error);
    }

    [Fact]
    [Trait("Clause", "GRP-9")]
    public void Of_a_join_and_a_last_leave_either_may_be_first_and_nothing_is_half_done()
    {
        for (var round = 0; round < 500; round++)
        {
            using var founder = machine.StartTask(uid: 7);
            using var task = machine.StartTask(uid: 7);
            var id = founder.CreateSharedXmm();
            var window = founder.MapShared(4096, PageSize.Of4K);
            founder.Gru.Store(window.Start, 5UL);
            var joined = default(Result);
            Running.Together(() => joined = task.TryJoin(id), founder.Leave);
            var groups = machine.Snapshot().Groups;
            if (joined.IsOk)
            {
                Assert.Equal([task.Id], Assert.Single(groups).Members);
                Assert.Equal(5UL, task.Gru.Load<ulong>(window.Start));
            }
            else
            {
                Assert.Equal(XvmaError.NoSuchGroup, joined.Error);
                Assert.Empty(groups);
                Assert.Equal(0, machine.Snapshot().LiveFrames);
            }
        }

        Holds.Nothing(machine);
    }
}
