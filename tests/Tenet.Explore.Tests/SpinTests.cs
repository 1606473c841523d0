namespace Tenet.Explore.Tests;

public sealed class SpinTests
{
    [Fact]
    public void Spin_stores_as_many_states_where_nothing_is_wrong()
    {
        Assert.SkipUnless(Spin.Missing is null, Spin.Missing ?? "");
        Instance[] instances =
        [
            Lamps.Of(6),
            Locking.Of(Locking.Right, 3),
            Shootdown.Of(Shootdown.Right, cpus: 2, pages: 2),
            Shootdown.Of(Shootdown.Right, cpus: 2, pages: 1).Without("change") with { MayEnd = true },
            Locking.Of(Locking.Stuck, 2) with { MayEnd = true },
        ];
        foreach (var instance in instances)
        {
            var result = (instance with { ChecksResponses = false }).Explore(new() { UsesSymmetry = false });
            Assert.Equal(Verdict.Holds, result.Verdict);
            var spin = Spin.Run(instance);
            Assert.Equal((result.States, 0), (spin.States, spin.Errors));
        }
    }

    [Fact]
    public void Spin_finds_an_error_where_there_is_one()
    {
        Assert.SkipUnless(Spin.Missing is null, Spin.Missing ?? "");
        Instance[] instances =
        [
            Locking.Of(Locking.WithoutGuard, 2),
            Locking.Of(Locking.Stuck, 2),
            Shootdown.Of(Shootdown.Forgetful, cpus: 2, pages: 1),
        ];
        foreach (var instance in instances)
        {
            Assert.NotEqual(Verdict.Holds, (instance with { ChecksResponses = false }).Explore(new() { UsesSymmetry = false }).Verdict);
            Assert.Equal(1, Spin.Run(instance).Errors);
        }
    }
}
