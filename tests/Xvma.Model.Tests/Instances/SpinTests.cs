using Tenet.Explore.Tests;
using Xvma.Model.Instances;

namespace Xvma.Model.Tests.Instances;

public sealed class SpinTests
{
    [Theory]
    [InlineData("membership")]
    [InlineData("progress")]
    public void Spin_stores_as_many_states_of_the_specification(string name)
    {
        Assert.SkipUnless(Spin.Missing is null, Spin.Missing ?? "");
        Assert.True(InstanceCatalogue.TryFind(name, out var instance));

        var spin = Spin.Run(instance);

        Assert.Equal((instance.Expected!.States!.Value, 0L), (spin.States, spin.Errors));
    }

    [Fact]
    public void Spin_finds_out_a_weakened_specification()
    {
        Assert.SkipUnless(Spin.Missing is null, Spin.Missing ?? "");
        Assert.True(InstanceCatalogue.TryFind("join-with-another-uid", out var instance));

        Assert.Equal(1, Spin.Run(instance).Errors);
    }
}
