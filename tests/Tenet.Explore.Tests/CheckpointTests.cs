namespace Tenet.Explore.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tenet-checkpoint-");

    private string Path => System.IO.Path.Combine(folder.FullName, "search.checkpoint");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_search_that_ran_out_of_memory_goes_on_where_it_was(int workers)
    {
        var cut = Lamps.Of(13).Explore(new() { Workers = workers, MemoryMiB = 16, Checkpoint = Path });
        Assert.Equal(Verdict.Inconclusive, cut.Verdict);
        Assert.Contains("memory", cut.Reason, StringComparison.Ordinal);
        Assert.InRange(cut.States, 100_000, 1_500_000);

        var whole = Lamps.Of(13).Explore(new() { Workers = workers, Checkpoint = Path, Resumes = true });
        Assert.Equal(Verdict.Holds, whole.Verdict);
        Assert.Equal(1_594_323, whole.States);
        Assert.Equal(13 * 1_594_323, whole.Transitions);
        Assert.Equal(26, whole.Depth);
        Assert.Empty(whole.Unmet);
        Assert.Empty(whole.NeverTaken);
        Assert.True(whole.Elapsed > cut.Elapsed);
    }

    [Fact]
    public void A_violation_beyond_a_checkpoint_is_shown_from_the_beginning()
    {
        var instance = Shootdown.Of(Shootdown.Forgetful, cpus: 2, pages: 2);
        var straight = instance.Explore();
        instance.Without("change").Explore(new() { Checkpoint = Path, CheckpointInterval = TimeSpan.Zero });
        // Another set of actions is another search.
        Assert.Throws<CheckpointException>(() => instance.Explore(new() { Checkpoint = Path, Resumes = true }));

        using var stop = new CancellationTokenSource();
        var levels = 0;
        var cut = Explorer.Explore(
            instance, new() { Checkpoint = Path, CheckpointInterval = TimeSpan.Zero, LevelDone = _ => { if (++levels == 3) stop.Cancel(); } }, stop.Token);
        Assert.Equal(Verdict.Inconclusive, cut.Verdict);
        var resumed = instance.Explore(new() { Checkpoint = Path, Resumes = true });
        Assert.Equal(straight.Verdict, resumed.Verdict);
        Assert.Equal(straight.States, resumed.States);
        Assert.Equal(straight.Violation!.Steps.Length, resumed.Violation!.Steps.Length);
        Behaviour.Require(resumed.Violation);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_damaged()
    {
        Lamps.Of(5).Explore(new() { Checkpoint = Path, CheckpointInterval = TimeSpan.Zero });
        var sound = File.ReadAllBytes(Path);
        for (var at = 0; at < sound.Length; at += 97)
        {
            var damaged = sound.AsSpan().ToArray();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(Path, damaged);
            var refused = Assert.Throws<CheckpointException>(() => Lamps.Of(5).Explore(new() { Checkpoint = Path, Resumes = true }));
            Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        }

        foreach (var length in (int[])[0, 10, sound.Length - 1])
        {
            File.WriteAllBytes(Path, sound[..length]);
            Assert.Throws<CheckpointException>(() => Lamps.Of(5).Explore(new() { Checkpoint = Path, Resumes = true }));
        }

        File.Delete(Path);
        Assert.Throws<CheckpointException>(() => Lamps.Of(5).Explore(new() { Checkpoint = Path, Resumes = true }));
    }
}
