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
        Assert.Equal((0UL, now.MegaPages!.Total), (now.MegaPages.InUse, now.MegaPages.Free));
    }
}
