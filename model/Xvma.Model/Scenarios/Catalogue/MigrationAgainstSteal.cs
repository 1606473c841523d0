namespace Xvma.Model;

/// <summary>
/// A context is taken to another chiplet while an instruction of it faults and another task waits for its place: whoever waits at the old chiplet
/// is woken there.
/// </summary>
[Scenario("migration against steal", "CTX-2", "CTX-6", "CTX-10", "INV-12")]
internal sealed class MigrationAgainstSteal(World world) : Scenario(world)
{
    private Window first;
    private Window second;

    protected override MachineOptions Options => base.Options with { Chiplets = 2, ContextsPerChiplet = 1, SlotsPerContext = 2 };

    protected override void Arrange()
    {
        // Tasks are spread over the chiplets in turn; the one in the middle only takes its turn.
        first = Private(Task(uid: 1000, Mover, First));
        _ = Task(uid: 1000);
        second = Private(Task(uid: 1000, Second));
    }

    [Actor]
    private void First(FaultBehaviour me) => Expect.Value(me.Load(first.Start), 0);

    [Actor]
    private void Second(FaultBehaviour me) => Expect.Value(me.Load(second.Start), 0);

    [Actor]
    private void Mover(TaskBehaviour me) => Expect.Ok(me.Migrate(1));

    private static Window Private(XvmaTask task) => task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
}
