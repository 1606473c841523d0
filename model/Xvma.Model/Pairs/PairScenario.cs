namespace Xvma.Model;

/// <summary>Two operations at the same time on the same ground: two tasks', or two threads' of one task.</summary>
internal sealed class PairScenario(World world, PairOperation first, PairOperation second, bool isOfOneTask) : Scenario(world)
{
    /// <summary>Whose uid everybody has.</summary>
    public const int Uid = 1000;

    private PairGround ground = null!;

    // Two copies need three translations at once: with fewer in the TLB they could push each other's out for ever.
    protected override MachineOptions Options => SmallMachine.Options with { TlbWays = PairGround.TlbEntries, SlotsPerContext = isOfOneTask ? 2 : 1 };

    protected override void Arrange()
    {
        var isOutside = isOfOneTask && (first.By == PairParty.Outsider || second.By == PairParty.Outsider);
        List<(Delegate[] Actors, bool IsMember)> tasks = isOfOneTask
            ? [([One, Other], !isOutside)]
            : [([One], first.By != PairParty.Outsider), ([Other], second.By != PairParty.Outsider)];

        // A group exists only as long as it has a member; where nobody who acts is one, somebody else is.
        var creator = tasks.FindIndex(task => task.IsMember);
        var founder = creator < 0 ? Task(Uid) : Task(Uid, tasks[creator].Actors);
        ground = new(Machine, founder);
        ground.GiveOwn(founder, acts: creator >= 0);
        foreach (var (actors, isMember) in tasks.Where((_, index) => index != creator))
        {
            var task = Task(Uid, actors);
            if (isMember) task.Join(ground.Group);
            ground.GiveOwn(task, acts: true);
        }

        first.Prepare(ground);
        if (second != first) second.Prepare(ground);
    }

    /// <summary>Children are no part of the arrangement; they end with the rest.</summary>
    protected override void AtRest()
    {
        foreach (var task in Machine.Snapshot().Tasks) _ = Machine.FindTask(task.Id)?.TryExit();
    }

    [Actor]
    private void One(FaultBehaviour me) => me.Do(first.Name, slot => first.Call(ground, me.Task, slot));

    [Actor]
    private void Other(FaultBehaviour me) => me.Do(second.Name, slot => second.Call(ground, me.Task, slot));
}
