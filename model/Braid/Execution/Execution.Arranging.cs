namespace Braid;

internal abstract partial class Execution
{
    /// <summary>Builds the state that every schedule starts from, and keeps it.</summary>
    protected void Arrange()
    {
        Build();
        pending = new Operation[isBuffered ? bodies.Count * 2 : bodies.Count];
        firstOperations = new Operation[pending.Length];
        PrepareLogs();
        PrepareBuffers();
        KeepArranged();
        observer?.Arranged();
        mode = Mode.Scheduled;
    }

    /// <summary>Builds the same state with another instance of the program, whose state outside of cells is fresh too.</summary>
    protected void Arrange(Program another)
    {
        program = another;
        names.Clear();
        bodies.Clear();
        arrangedCells = arrangedBlocks = 0;
        memory.Forget();
        Build();
        observer?.Arranged();
        Array.Clear(created);
        Array.Clear(reserved);
        if (bodies.Count != logs.Length || arrangedCells != arrangedValues.Length - 1)
            throw new InvalidOperationException($"'{program.Name}' arranges another state each time: Arrange must be deterministic.");
    }

    /// <summary>Brings back the arranged state.</summary>
    protected virtual void Restore() => RestoreArranged();

    private void Build()
    {
        actors = new ActorState?[Stage.MaxThreads];
        var hasActors = false;
        var stage = new Stage(Declare, (name, actor) =>
        {
            hasActors = true;
            CheckRoom();
            var address = Enrol(name, actor);
            bodies.Add(() => RunActor(address.Thread));
            return address;
        });
        mode = Mode.Arranging;
        arrangedTallies.Clear();
        current = Stage.MaxThreads;
        observer = isBuffered ? null : program.Observer; // what a buffer holds back has not happened yet, for an observer of cells
        program.Arrange(stage);
        declared = bodies.Count;
        obligations = program.Obligations;
        if (obligations.Count > Stage.MaxThreads) throw new InvalidOperationException($"'{program.Name}' has {obligations.Count} obligations; at most {Stage.MaxThreads} are watched.");
        if (declared == 0) throw new InvalidOperationException($"'{program.Name}' declares no threads.");
        if (isBuffered) bufferCell = NewIdentity(new("store buffers", -1)).Id;
        if (!hasActors) return;
        creations = NewIdentity(new("actors", -1));
        for (var thread = declared; thread < Math.Min(declared + stage.MaxCreatedActors, Stage.MaxThreads); thread++)
        {
            var own = thread;
            bodies.Add(() => RunActor(own));
        }
    }

    private void Declare(string name, Action body)
    {
        CheckRoom();
        names.Add(name);
        bodies.Add(body);
    }

    private void CheckRoom()
    {
        if (bodies.Count == Stage.MaxThreads) throw new InvalidOperationException($"A program has at most {Stage.MaxThreads} threads and actors.");
    }
}
