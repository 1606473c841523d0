namespace Xvma.Model;

/// <summary>A context is taken to another chiplet while its memory is unmapped: the chiplet that it has left holds translations too.</summary>
[Scenario("migration against unmap", "CTX-2", "CTX-10", "IVL-2", "IVL-7", "INV-4")]
internal sealed class MigrationAgainstUnmap(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { Chiplets = 2, ContextsPerChiplet = 1 };

    protected override void Arrange()
    {
        var task = Task(uid: 1000, Mover, Remover);
        window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void Mover(FaultBehaviour me)
    {
        Expect.Ok(me.Migrate(1));
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped);
        if (loaded.Cause == FaultCause.None) Expect.Value(loaded, 7);
    }

    [Actor]
    private void Remover(TaskBehaviour me) => Expect.Ok(me.Unmap(window.Range));
}
