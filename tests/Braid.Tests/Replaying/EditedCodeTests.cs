using Braid.Tests.Schedules;

namespace Braid.Tests.Replaying;

/// <summary>Schedules recorded before an edit of the code.</summary>
public sealed class EditedCodeTests
{
    private static readonly Schedule Recorded = Explore.All(EditedProgram.Of(Edit.None)).Failure!.Schedule;

    [Theory]
    [InlineData(Edit.None, 0, 0)]
    [InlineData(Edit.NewCell, 0, 0)]
    [InlineData(Edit.NewBlock, 0, 0)]
    [InlineData(Edit.NewThread, 0, 0)]
    [InlineData(Edit.NewOperation, 2, 0)]
    [InlineData(Edit.NewOperationTwice, 4, 0)]
    [InlineData(Edit.NewSharedOperation, 2, 0)]
    [InlineData(Edit.OperationGone, 0, 2)]
    [InlineData(Edit.ThreadGone, 0, 1)]
    public void An_unrelated_edit_does_not_matter(Edit edit, int added, int gone)
    {
        var replay = Replay(edit, Recorded);

        Assert.True(replay.Outcome == ReplayOutcome.Reproduced, replay.Explanation);
        Assert.Equal((added, gone), (replay.Adaptations.Count(each => each.IsNew), replay.Adaptations.Count(each => !each.IsNew)));
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(EditedProgram.Of(edit), replay.Taken).Outcome);
    }

    [Theory]
    [InlineData(Edit.NewOperation)]
    [InlineData(Edit.OperationGone)]
    [InlineData(Edit.ThreadGone)]
    public void Held_to_the_letter_the_same_edits_are_not_reproduced(Edit edit) =>
        Assert.NotEqual(ReplayOutcome.Reproduced, Explorer.Replay(EditedProgram.Of(edit), Recorded).Outcome);

    [Theory]
    [InlineData(Edit.NewOperationOnWhatOthersUse, "left stands before Load of 'counter', where Store of 'counter' is recorded; that is new")]
    [InlineData(Edit.NewThreadOfTheSameName, "right stands before Add of 'others'")]
    [InlineData(Edit.SharedOperationGone, "Load of 'counter' is gone, which others use")]
    [InlineData(Edit.Fixed, "stands before Add of 'counter', where Load of 'counter' is recorded; that is new, and others use 'counter'")]
    [InlineData(Edit.RenamedThread, "there is no thread 'right'")]
    public void An_edit_of_what_the_threads_share_is_reported_where_it_is_met(Edit edit, string explanation)
    {
        var replay = Replay(edit, Recorded);

        Assert.NotEqual(ReplayOutcome.Reproduced, replay.Outcome);
        Assert.Contains(explanation, $"{replay.Explanation}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_first_version_numbers_its_blocks_and_is_replayed_all_the_same()
    {
        using var folder = new TemporaryFolder();
        var old = Recorded with { FormatVersion = 1, Decisions = [.. Recorded.Decisions.Select(each => each with { Location = each.Location.Replace("memory 1", "memory 17", StringComparison.Ordinal) })] };
        ScheduleFile.Write(folder["old.json"], new() { Schedule = old });
        var read = ScheduleFile.TryRead(folder["old.json"]);

        Assert.Equal(1, read.Saved?.Schedule.FormatVersion);
        foreach (var mode in new[] { ReplayMode.Exact, ReplayMode.Adapted })
        {
            var replay = Explorer.Replay(EditedProgram.Of(Edit.NewBlock), read.Saved!.Schedule, new() { Mode = mode });
            Assert.True(replay.Outcome == ReplayOutcome.Reproduced, replay.Explanation);
            Assert.Empty(replay.Adaptations);
            Assert.Equal(2, replay.Taken.FormatVersion);
        }
    }

    [Fact]
    public void One_block_is_not_taken_for_two()
    {
        var first = Recorded.Decisions.ToList().FindIndex(each => each.Location.StartsWith("memory 1", StringComparison.Ordinal));
        var torn = Recorded.Decisions.ToArray();
        torn[first] = torn[first] with { Location = torn[first].Location.Replace("memory 1", "memory 9", StringComparison.Ordinal) };

        Assert.Equal(ReplayOutcome.Diverged, Explorer.Replay(EditedProgram.Of(Edit.None), Recorded with { FormatVersion = 1, Decisions = torn }).Outcome);
    }

    private static ReplayResult Replay(Edit edit, Schedule schedule) => Explorer.Replay(EditedProgram.Of(edit), schedule, new() { Mode = ReplayMode.Adapted });
}
