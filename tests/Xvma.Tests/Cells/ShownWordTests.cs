using Xvma.Sync;

namespace Xvma.Tests.Cells;

/// <summary>What a trace says in place of a number that several things are packed into.</summary>
public sealed class ShownWordTests
{
    private const long Step = 1L << 42;
    private const long NoPlaces = Step - 1;

    [Theory]
    [InlineData(NoPlaces, "idle")]
    [InlineData(NoPlaces + Step, "instruction 1 announced")]
    [InlineData(NoPlaces + (2 * Step), "idle after 1")]
    [InlineData(NoPlaces + (7 * Step), "instruction 4 announced")]
    [InlineData(((1L << 21) - 1) << 21, "idle, last read at place 0")]
    [InlineData((6 * Step) + (5L << 21) + 1, "idle after 3, last read at place 1, last written at place 5")]
    public void An_activity_says_which_instruction_is_announced_and_where_the_last_hits_were(long activity, string text) =>
        Assert.Equal(text, Cbr<NativeSync>.Show(activity));

    [Theory]
    [InlineData(0, "nobody's")]
    [InlineData(1, "1 reference")]
    [InlineData(2, "2 references")]
    [InlineData(1L << 32, "1 pin")]
    [InlineData((3L << 32) + 1, "1 reference, 3 pins")]
    public void The_holds_of_a_frame_are_its_references_and_pins(long holds, string text) => Assert.Equal(text, Frame<NativeSync>.Show(holds));

    [Theory]
    [InlineData(0, "alive, 0 frames")]
    [InlineData((3L << 32) + 1, "alive, 1 frame, beat 3")]
    [InlineData((1L << 62) + 2, "failed, 2 frames")]
    [InlineData((2L << 54) + 2, "alive, 2 frames, 2 requests to be lost")]
    public void The_state_of_a_partition_is_its_life_its_frames_and_its_beats(long state, string text) =>
        Assert.Equal(text, PartitionLife<NativeSync>.Show(state));

    [Theory]
    [InlineData(0, "{}")]
    [InlineData(1, "{0}")]
    [InlineData(long.MinValue + 8, "{3, 63}")]
    public void A_word_of_the_fault_map_is_its_bits(long word, string text) => Assert.Equal(text, FaultMap<NativeSync>.Show(word));

    [Theory]
    [InlineData(0, "alive")]
    [InlineData(1, "exiting")]
    [InlineData(2, "dead")]
    [InlineData(3, "3")]
    public void The_state_of_a_task_is_its_name(long state, string text) => Assert.Equal(text, StageText.Of<TaskState>(state));

    [Theory]
    [InlineData(0, "live")]
    [InlineData(1, "removing")]
    [InlineData(2, "removed")]
    public void The_stage_of_a_segment_is_its_name(long stage, string text) => Assert.Equal(text, StageText.Of<SegmentStage>(stage));

    [Theory]
    [InlineData(-1, "none")]
    [InlineData(0, "beat 0, missed 0")]
    [InlineData((3L << 32) + 2, "beat 3, missed 2")]
    public void A_monitors_look_is_the_beat_it_saw_and_how_often_it_saw_no_other(long look, string text) =>
        Assert.Equal(text, PartitionLife<NativeSync>.ShowLook(look));

    [Fact]
    public void A_fault_is_what_was_wanted_and_whose_turn_it_is()
    {
        var fault = new Fault(new(0x8000_0000_0000_0000), Access.Read, FaultStatus.FaultMap);

        Assert.Equal("read of 0x8000_0000_0000_0000, fault map", $"{fault}");
        Assert.Equal("write of 0x8000_0000_0000_0000, user polling", $"{fault with { Access = Access.Write, Status = FaultStatus.UserPolling }}");
        Assert.Equal("read of 0x8000_0000_0000_0000, exception: NotMapped", $"{fault with { Status = FaultStatus.Exception, Cause = FaultCause.NotMapped }}");
        Assert.Equal("read of 0x8000_0000_0000_0000 and 8 bytes more, fault map", $"{fault with { Beyond = 8 }}");
    }

    [Fact]
    public void The_asids_of_a_space_are_a_block_of_a_generation() =>
        Assert.Equal("asids 8 to 15 of generation 2", $"{new AsidRecord(new(8), 2)}");

    [Fact]
    public void Words_that_differ_are_shown_differently()
    {
        long[] parts = [0, 1, 2, 1L << 21, 1L << 32, 1L << 33, Step, 2 * Step, 3 * Step, NoPlaces, 1L << 62];
        var words = (from low in parts from high in parts select low | high).Distinct().ToArray();
        foreach (var show in new Func<long, string>[] { Cbr<NativeSync>.Show, Frame<NativeSync>.Show, PartitionLife<NativeSync>.Show, StageText.Of<TaskState>, FaultMap<NativeSync>.Show })
            Assert.Equal(words.Length, words.Select(show).Distinct().Count());
    }
}
