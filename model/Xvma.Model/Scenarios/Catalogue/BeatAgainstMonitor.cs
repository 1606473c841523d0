namespace Xvma.Model;

/// <summary>A partition beats, late, while its monitor looks for the second time: either the beat counts or it is told that it comes too late, never both.</summary>
[Scenario("beat against monitor", "PAR-2", "INV-11")]
internal sealed class BeatAgainstMonitor(World world) : Scenario(world)
{
    private Outcome<bool>? hasBeaten;
    private Outcome<Heartbeat>? found;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        hasBeaten = Outcome<bool>("whether the beat counts");
        found = Outcome<Heartbeat>("what the monitor found");
        _ = TaskIn(1, uid: 1000);
        Expect.That(Machine.Look(1) == Heartbeat.Beating, "PAR-2", "A first look finds no beat missing.");
    }

    protected override void AtRest() => Expect.That(hasBeaten!.Value == (found!.Value == Heartbeat.Beating), "PAR-2",
        $"The partition's beat {(hasBeaten.Value == true ? "counted" : "came too late")}, and the monitor found it {found.Value}.");

    [Actor]
    private void Partition(FabricBehaviour me)
    {
        var beat = me.Beat(1);
        Expect.OneOf(beat, XvmaError.None, XvmaError.PartitionFailed);
        hasBeaten!.Record(beat.IsOk);
    }

    [Actor]
    private void Monitor(FabricBehaviour me) => found!.Record(Expect.Ok(me.Look(1)));
}
