namespace Xvma.Model;

/// <summary>The same of three ranks: who finds all arrived finds the whole sum.</summary>
[Scenario("three ranks exchange", "XPM-3", "INS-4", "INS-5", "INV-2", IsLongWithBuffers = true)]
internal sealed class ThreeRanks(World world) : Scenario(world)
{
    private RankArrangement? ranks;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 3, TlbWays = 16 };

    protected override void Arrange() =>
        ranks = RankArrangement.Of(Machine.Options.Layout, Task(uid: 1000, First), Task(uid: 1000, Second), Task(uid: 1000, Third));

    [Actor]
    private void First(FaultBehaviour me) => ranks!.Exchange(me, 0);

    [Actor]
    private void Second(FaultBehaviour me) => ranks!.Exchange(me, 1);

    [Actor]
    private void Third(FaultBehaviour me) => ranks!.Exchange(me, 2);
}
