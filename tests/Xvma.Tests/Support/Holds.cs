namespace Xvma.Tests.Support;

/// <summary>What must be true of a machine whose tasks have all ended.</summary>
internal static class Holds
{
    public static void Nothing(Machine machine)
    {
        var now = machine.Snapshot();
        Assert.Empty(now.Tasks);
        Assert.Empty(now.Groups);
        Assert.All(now.Chiplets, chiplet =>
        {
            Assert.Empty(chiplet.Contexts);
            Assert.Empty(chiplet.Translations);
        });
        Assert.Equal((0, 0), (now.LiveFrames, now.LiveBytes));
        Assert.All(now.Partitions, partition => Assert.Equal(
            (0, 0, 0UL, partition.MegaPages.Total), (partition.LiveFrames, partition.LiveBytes, partition.MegaPages.InUse, partition.MegaPages.Free)));
    }
}
