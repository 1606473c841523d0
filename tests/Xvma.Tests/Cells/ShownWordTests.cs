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

    [Fact]
    public void Words_that_differ_are_shown_differently()
    {
        long[] parts = [0, 1, 2, 1L << 21, 1L << 32, 1L << 33, Step, 2 * Step, 3 * Step, NoPlaces, 1L << 62];
        var words = (from low in parts from high in parts select low | high).Distinct().ToArray();
        foreach (var show in new Func<long, string>[] { Cbr<NativeSync>.Show, Frame<NativeSync>.Show, PartitionLife<NativeSync>.Show, FaultMap<NativeSync>.Show })
            Assert.Equal(words.Length, words.Select(show).Distinct().Count());
    }
}
