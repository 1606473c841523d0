namespace Xvma.Model.Tests;

public sealed class InvariantTests
{
    private static readonly AddressRange Lower = new(Pictures.SharedPage.Start, 2 * 65_536);

    public static TheoryData<string> Invariants => [.. Invariant.AtRest.Select(invariant => invariant.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Invariants))]
    public void A_machine_that_is_right_passes(string id) => Assert.Null(Refute(id, Pictures.Right));

    [Fact]
    [Trait("Clause", "INV-1")]
    public void A_mapping_in_the_region_of_the_other_kind_is_refuted() => AssertRefuted("INV-1", "is not in the Shared region", Pictures.Right.WithShared(
        space => space with { Mappings = [Pictures.Mapping(Pictures.PrivatePage)] }));

    [Fact]
    [Trait("Clause", "INV-1")]
    public void A_mapping_off_its_page_size_is_refuted() => AssertRefuted("INV-1", "is not aligned", Pictures.Right.WithShared(
        space => space with { Mappings = [Pictures.Mapping(new(Pictures.SharedPage.Start, 4096))] }));

    [Fact]
    [Trait("Clause", "INV-1")]
    public void Two_mappings_over_one_page_are_refuted() => AssertRefuted("INV-1", "overlap", Pictures.Right.WithShared(
        space => space with { Mappings = [Pictures.Mapping(Pictures.SharedPage), Pictures.Mapping(Lower)] }));

    [Fact]
    [Trait("Clause", "INV-2")]
    public void A_context_that_still_translates_in_a_group_that_was_left_is_refuted() => AssertRefuted(
        "INV-2", "not a member of", Pictures.Right.WithTask(task => task with { Membership = null }));

    [Fact]
    [Trait("Clause", "INV-2")]
    public void A_context_that_translates_in_anothers_private_space_is_refuted() => AssertRefuted(
        "INV-2", "translates private addresses in space 2", Pictures.Right.WithContext(context => context with { PrivateSpace = 2 }));

    [Fact]
    [Trait("Clause", "INV-2")]
    public void A_context_of_a_task_that_is_gone_is_refuted() => AssertRefuted(
        "INV-2", "no such task", Pictures.Right.WithContext(context => context with { Task = 9 }));

    [Fact]
    [Trait("Clause", "INV-2")]
    public void A_usable_translation_of_a_strange_space_is_refuted() => AssertRefuted(
        "INV-2", "no right to", Pictures.Right.WithTranslation(0, translation => translation with { Space = 2 }));

    [Fact]
    [Trait("Clause", "INV-3")]
    public void Two_members_that_reach_different_memory_at_one_address_are_refuted() => AssertRefuted(
        "INV-3", "frame 7", Pictures.Right.WithTranslation(1, translation => translation with { Frame = 7 }));

    [Fact]
    [Trait("Clause", "INV-4")]
    public void A_translation_of_what_is_not_mapped_any_more_is_refuted() => AssertRefuted(
        "INV-4", "nothing is mapped there any more", Pictures.Right.WithShared(space => space with { Mappings = [], Frames = [] }));

    [Fact]
    [Trait("Clause", "INV-4")]
    public void A_translation_to_the_frame_that_was_there_before_is_refuted() => AssertRefuted("INV-4", "the page there is frame 7", Pictures.Right.WithShared(
        space => space with { Frames = [Pictures.Page(Pictures.SharedPage, 7)] }));

    [Fact]
    [Trait("Clause", "INV-4")]
    public void A_translation_of_another_page_size_is_refuted() => AssertRefuted("INV-4", "the pages there are of", Pictures.Right.WithTranslation(
        0, translation => translation with { Page = new(translation.Page.Start, 4096) }));

    [Fact]
    [Trait("Clause", "INV-4")]
    public void A_translation_may_lag_behind_while_an_invalidation_is_under_way() =>
        Assert.Null(Refute("INV-4", Pictures.Right.WithShared(space => space with { Mappings = [], Frames = [], RangeActive = 1 })));

    [Fact]
    [Trait("Clause", "INV-5")]
    public void A_member_of_another_uid_is_refuted() => AssertRefuted("INV-5", "has uid 0", Pictures.Right.WithTask(task => task with { Uid = 0 }));

    [Fact]
    [Trait("Clause", "INV-5")]
    public void A_member_that_the_group_does_not_count_is_refuted() => AssertRefuted(
        "INV-5", "does not count it", Pictures.Right.WithGroup(group => group with { Members = [2] }));

    [Fact]
    [Trait("Clause", "INV-5")]
    public void A_member_that_is_gone_is_refuted() => AssertRefuted(
        "INV-5", "no such task", Pictures.Right.WithGroup(group => group with { Members = [1, 2, 3] }));

    [Fact]
    [Trait("Clause", "INV-8")]
    public void An_invalidation_that_never_ended_is_refuted() => AssertRefuted(
        "INV-8", "Range-active", Pictures.Right.WithShared(space => space with { RangeActive = 1 }));

    [Fact]
    [Trait("Clause", "INV-8")]
    public void A_pin_that_is_left_is_refuted() => AssertRefuted("INV-8", "1 pins", Pictures.Right.WithShared(
        space => space with { Frames = [Pictures.Page(Pictures.SharedPage, Pictures.SharedFrame, pins: 1)] }));

    [Fact]
    [Trait("Clause", "INV-8")]
    public void A_reference_that_nobody_holds_is_refuted() => AssertRefuted("INV-8", "2 references", Pictures.Right.WithShared(
        space => space with { Frames = [Pictures.Page(Pictures.SharedPage, Pictures.SharedFrame, references: 2)] }));

    [Fact]
    [Trait("Clause", "INV-8")]
    public void A_frame_that_no_page_holds_is_refuted() => AssertRefuted("INV-8", "3 frames are allocated", Pictures.Right with { LiveFrames = 3 });

    [Fact]
    [Trait("Clause", "INV-9")]
    public void A_frame_behind_two_pages_is_refuted() => AssertRefuted("INV-9", "Frame 1 is there twice", Pictures.Right.WithShared(
        space => space with { Frames = [Pictures.Page(Pictures.SharedPage, Pictures.PrivateFrame)] }));

    [Fact]
    [Trait("Clause", "INV-9")]
    public void Two_tasks_of_one_id_are_refuted() => AssertRefuted(
        "INV-9", "Task 1 is there twice", Pictures.Right with { Tasks = [Pictures.Right.Tasks[0], Pictures.Right.Tasks[0]] });

    [Fact]
    [Trait("Clause", "INV-10")]
    public void A_translation_that_allows_more_than_its_mapping_is_refuted() => AssertRefuted("INV-10", "the mapping grants Read", Pictures.Right.WithShared(
        space => space with { Mappings = [Pictures.Mapping(Pictures.SharedPage, Rights.Read)] }));

    [Fact]
    [Trait("Clause", "PAR-3")]
    public void A_task_of_a_failed_partition_is_refuted() => AssertRefuted("PAR-3", "Partition 1 has failed, and task 1", WithFailed(1).WithTask(task => task with { Partition = 1 }));

    [Fact]
    [Trait("Clause", "PAR-3")]
    public void A_task_beside_a_failed_partition_is_right() => Assert.Null(Refute("PAR-3", WithFailed(1)));

    [Fact]
    [Trait("Clause", "PAR-3")]
    public void A_segment_without_an_owner_is_refuted() => AssertRefuted("PAR-3", "and its owner, task 9, is not", Pictures.Right with
    {
        Segments = [new(new(1), Owner: 9, 1000, Pictures.PrivatePage, Rights.Read, SegmentStage.Live, 0)],
    });

    [Fact]
    [Trait("Clause", "INV-8")]
    public void After_the_end_nothing_may_be_left()
    {
        Assert.Null(Invariant.NothingLeft.Refute(Pictures.Empty, Pictures.Options));
        Assert.Contains("not dead", Invariant.NothingLeft.Refute(Pictures.Right, Pictures.Options), StringComparison.Ordinal);
        Assert.Contains("no task is left", Invariant.NothingLeft.Refute(Pictures.Right with { Tasks = [] }, Pictures.Options), StringComparison.Ordinal);
        Assert.Contains("still holds a context", Invariant.NothingLeft.Refute(Pictures.Right with { Tasks = [], Groups = [] }, Pictures.Options), StringComparison.Ordinal);
        Assert.Contains("still allocated", Invariant.NothingLeft.Refute(Pictures.Empty with { LiveFrames = 1 }, Pictures.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_invariant_has_a_title() => Assert.All(Invariant.AtRest, invariant => Assert.NotNull(Invariant.TitleOf(invariant.Id)));

    private static string? Refute(string id, MachineSnapshot machine) =>
        Invariant.AtRest.Where(invariant => invariant.Id == id).Select(invariant => invariant.Refute(machine, Pictures.Options)).FirstOrDefault(why => why is not null);

    private static MachineSnapshot WithFailed(int partition) => Pictures.Right with
    {
        Partitions = [.. Enumerable.Range(0, 2).Select(index => new PartitionSnapshot(index, index == partition, 0, 0, new(0, 0, 0, null, [])))],
    };

    private static void AssertRefuted(string id, string why, MachineSnapshot machine) =>
        Assert.Contains(why, Refute(id, machine) ?? "it holds", StringComparison.Ordinal);
}
