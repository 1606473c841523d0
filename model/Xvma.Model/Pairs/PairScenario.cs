namespace Xvma.Model;

/// <summary>Two operations at the same time on the same ground: two tasks', or two threads' of one task.</summary>
internal sealed class PairScenario(World world, PairOperation first, PairOperation second, bool isOfOneTask) : Scenario(world)
{
    /// <summary>Whose uid everybody has.</summary>
    public const int Uid = 1000;

    private PairGround ground = null!;
    private Outcome<PairMessage>? firstMessage;
    private Outcome<PairMessage>? secondMessage;

    private bool IsOfPartitions => first.IsOfPartitions || second.IsOfPartitions;

    // Two copies need three translations at once. With room for two they take turns, which is a scenario of its own, and here several times the executions.
    protected override MachineOptions Options => (IsOfPartitions ? SmallMachine.TwoPartitions : SmallMachine.Options)
        with { TlbWays = PairGround.TlbEntries, SlotsPerContext = isOfOneTask ? 2 : 1 };

    protected override void Arrange()
    {
        if (IsOfPartitions) ArrangePartitions();
        else ArrangeTasks();

        first.Prepare(ground);
        if (second != first) second.Prepare(ground);
        firstMessage = Outcome<PairMessage>(first.Name);
        secondMessage = Outcome<PairMessage>(second.Name);
    }

    protected override void AtRest()
    {
        if (!first.LosesMessages && !second.LosesMessages && !(first == second && first.Receives))
            ground.CheckMessages([.. new[] { firstMessage!.Value, secondMessage!.Value }.OfType<PairMessage>()]);

        // Children are no part of the arrangement; they end with the rest.
        foreach (var task in Machine.Snapshot().Tasks) _ = Machine.FindTask(task.Id)?.TryExit();
    }

    private bool IsOutside => first.By == PairParty.Outsider || second.By == PairParty.Outsider;

    private void ArrangeTasks()
    {
        List<(Delegate[] Actors, bool IsMember)> tasks = isOfOneTask
            ? [([One, Other], !IsOutside)]
            : [([One], first.By != PairParty.Outsider), ([Other], second.By != PairParty.Outsider)];

        // A group exists only as long as it has a member; where nobody who acts is one, somebody else is.
        var creator = tasks.FindIndex(task => task.IsMember);
        var founder = creator < 0 ? Task(Uid) : Task(Uid, tasks[creator].Actors);
        ground = new(Machine, founder);
        ground.GiveOwn(founder, acts: creator >= 0);
        foreach (var (actors, isMember) in tasks.Where((_, index) => index != creator)) Add(Task(Uid, actors), isMember);
    }

    /// <summary>The memory is the far partition's, and so is the one task of two that does not let it fail; else somebody else is there, whose memory is reached.</summary>
    private void ArrangePartitions()
    {
        var isFounder = !isOfOneTask && !IsOutside;
        var founder = isFounder ? TaskIn(PairGround.Far, Uid, One) : TaskIn(PairGround.Far, Uid);
        ground = new(Machine, founder);
        ground.GiveOwn(founder, acts: isFounder || isOfOneTask);
        if (isOfOneTask) Add(Task(Uid, One, Other), !IsOutside);
        else if (!isFounder) Add(TaskIn(PairGround.Far, Uid, One), isMember: false);
        if (!isOfOneTask) Add(Task(Uid, Other), isMember: true);
    }

    private void Add(XvmaTask task, bool isMember)
    {
        if (isMember) task.Join(ground.Group);
        ground.GiveOwn(task, acts: true);
    }

    [Actor]
    private void One(FaultBehaviour me) => me.Do(first.Name, slot => Answer(first.Call(ground, me.Task, slot), firstMessage!));

    [Actor]
    private void Other(FaultBehaviour me) => me.Do(second.Name, slot => Answer(second.Call(ground, me.Task, slot), secondMessage!));

    private static object Answer(object answer, Outcome<PairMessage> into)
    {
        if (answer is PairMessage message) into.Record(message);
        return answer;
    }
}
