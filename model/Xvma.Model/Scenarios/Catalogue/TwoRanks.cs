namespace Xvma.Model;

/// <summary>Two ranks that have attached each other's address spaces add up, meet at a barrier, and copy from each other: who finds all arrived finds the whole sum.</summary>
[Scenario("two ranks exchange", "XPM-3", "INS-4", "INS-5", "INV-2")]
internal sealed class TwoRanks(World world) : Scenario(world)
{
    private RankArrangement? ranks;
    private Outcome<bool> isFirstDone = null!;
    private Outcome<bool> isSecondDone = null!;

    protected override MachineOptions Options => base.Options with { TlbWays = 4 };

    protected override void Arrange()
    {
        ranks = RankArrangement.Of(Machine.Options.Layout, Task(uid: 1000, First), Task(uid: 1000, Second));
        isFirstDone = Outcome<bool>("the first has met the second");
        isSecondDone = Outcome<bool>("the second has met the first");
    }

    [Actor]
    private void First(FaultBehaviour me) => isFirstDone.Record(ranks!.Exchange(me, 0));

    [Actor]
    private void Second(FaultBehaviour me) => isSecondDone.Record(ranks!.Exchange(me, 1));

    protected override void AtRest() =>
        Expect.That(isFirstDone.Value == true || isSecondDone.Value == true, "INS-4", "The last to arrive has not found all arrived.");
}
