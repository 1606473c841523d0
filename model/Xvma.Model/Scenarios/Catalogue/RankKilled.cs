namespace Xvma.Model;

/// <summary>A rank copies from another that is killed meanwhile: it gets what is there, or a bus error, and nothing is left of who has gone.</summary>
[Scenario("rank killed during an exchange", "XPM-6", "TRD-4", "TRD-5", "INV-4", "INV-6", "INV-8")]
internal sealed class RankKilled(World world) : Scenario(world)
{
    private RankArrangement? ranks;

    protected override MachineOptions Options => base.Options with { TlbWays = 4 };

    protected override void Arrange() => ranks = RankArrangement.Of(Machine.Options.Layout, Task(uid: 1000, Survivor), Task(uid: 1000, Killer));

    [Actor]
    private void Survivor(FaultBehaviour me)
    {
        var copied = me.Copy(ranks!.At(0, 1, 0), ranks.At(0, 0, RankArrangement.Copied), 8);
        Expect.OneOf(copied.Cause, FaultCause.None, FaultCause.NotMapped);
        Expect.Value(me.Load(ranks.At(0, 0, RankArrangement.Copied)), copied.Cause == FaultCause.None ? 2UL : 0);
    }

    [Actor]
    private static void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());
}
