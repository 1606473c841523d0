using System.Reflection;
using System.Runtime.CompilerServices;
using Braid;

namespace Xvma.Model;

/// <summary>
/// Who meets whom, and what must hold: a starting state, actors, invariants; written against the library's facade alone.
/// </summary>
/// <remarks>
/// Fields are set in <see cref="Arrange"/> and never changed by an actor: what an actor learns it checks itself or leaves in an
/// <see cref="Outcome{T}"/>.
/// </remarks>
/// <param name="world">What it runs in.</param>
/// <param name="file">Where it is written; the compiler says.</param>
/// <param name="line">The line there.</param>
public abstract class Scenario(World world, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
{
    private readonly List<XvmaTask> tasks = [];
    private readonly List<ScenarioActor> actors = [];
    private readonly HashSet<XvmaTask> slotTaken = [];
    private Machine? machine;

    /// <summary>The machine under test.</summary>
    protected Machine Machine => machine ?? throw new InvalidOperationException("The machine is made before Arrange runs, not earlier.");

    /// <summary>What the machine is made of: small, so that every schedule can be seen.</summary>
    protected virtual MachineOptions Options => SmallMachine.Options;

    /// <summary>The starting state; runs once, alone.</summary>
    protected abstract void Arrange();

    /// <summary>What must hold after every single step, also in the middle of operations.</summary>
    protected virtual void EachStep()
    {
    }

    /// <summary>What must hold when all actors have ended; by default every invariant that a picture of the machine can show.</summary>
    protected virtual void AtRest()
    {
    }

    /// <summary>Throws when one of <paramref name="invariants"/> does not hold now.</summary>
    protected void Holds(params ReadOnlySpan<Invariant> invariants) => Invariant.CheckAll(invariants, Machine);

    /// <summary>A place where one actor leaves a result for <see cref="AtRest"/>.</summary>
    protected Outcome<T> Outcome<T>(string what)
        where T : struct => world.CreateOutcome<T>(what);

    /// <summary>Starts a task and lets these actors act for it.</summary>
    protected XvmaTask Task(int uid, params ReadOnlySpan<Delegate> actors) => TaskIn(0, uid, actors);

    /// <summary>Starts a task in a partition and lets these actors act for it.</summary>
    protected XvmaTask TaskIn(int partition, int uid, params ReadOnlySpan<Delegate> actors)
    {
        var task = Machine.StartTask(uid, partition);
        tasks.Add(task);
        foreach (var actor in actors) Bind(actor, task);
        return task;
    }

    /// <summary>Starts a task for each of these actors, all of them members of one new group.</summary>
    protected GroupArrangement Group(int uid, params ReadOnlySpan<Delegate> actors)
    {
        if (actors.IsEmpty) throw new ArgumentException("A group exists only as long as it has a member.", nameof(actors));
        return Group(Task(uid, actors[0])).With(actors[1..]);
    }

    /// <summary>Lets a task create a group.</summary>
    protected GroupArrangement Group(XvmaTask first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new(this, first, first.CreateSharedXmm());
    }

    internal MachineOptions Geometry => Options;

    internal SourceLine Place => new(SourceLine.FromRoot(file), line, GetType().Name);

    internal XvmaTask StartTask(int uid, Delegate actor) => Task(uid, actor);

    internal IReadOnlyList<ScenarioActor> Prepare()
    {
        machine = world.CreateMachine(Options);
        Arrange();
        BindTaskless();
        return InDeclarationOrder();
    }

    internal void CheckStep() => EachStep();

    /// <summary>The checks at rest; then everything ends, and nothing may be left.</summary>
    internal void CheckRest()
    {
        Holds([.. Invariant.AtRest]);
        AtRest();
        foreach (var task in tasks) _ = task.TryExit();
        Holds(Invariant.NothingLeft);
    }

    private static bool IsActor(MethodInfo method) => method.GetCustomAttribute<ActorAttribute>() is not null;

    private IEnumerable<MethodInfo> ActorMethods() => GetType()
        .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(IsActor)
        .OrderBy(method => method.MetadataToken);

    private void Bind(Delegate actor, XvmaTask task)
    {
        if (!IsActor(actor.Method)) throw new ArgumentException($"{actor.Method.Name} is not marked [Actor].", nameof(actor));
        switch (actor)
        {
            case Action<FaultBehaviour> body:
                Add(actor, new FaultBehaviour(task, TakeSlot(task) ?? task.OpenGru(), world.Calls), body);
                break;
            case Action<TaskBehaviour> body:
                Add(actor, new TaskBehaviour(task, TakeSlot(task), world.Calls), body);
                break;
            case Action<GroupBehaviour> body:
                Add(actor, new GroupBehaviour(task, TakeSlot(task), world.Calls), body);
                break;
            default:
                throw new ArgumentException($"{actor.Method.Name} acts for no task.", nameof(actor));
        }
    }

    private void BindTaskless()
    {
        foreach (var method in ActorMethods())
        {
            if (method.GetParameters() is not [{ ParameterType: var type }]) continue;
            var target = method.IsStatic ? null : this;
            if (type == typeof(InterruptBehaviour))
            {
                var body = method.CreateDelegate<Action<InterruptBehaviour>>(target);
                Add(body, new InterruptBehaviour(Machine, world.Calls), body);
            }
            else if (type == typeof(FabricBehaviour))
            {
                var body = method.CreateDelegate<Action<FabricBehaviour>>(target);
                Add(body, new FabricBehaviour(Machine, world.Calls), body);
            }
        }
    }

    // A slot is one thread's: the first actor of a task gets it, a further one that issues instructions opens its own.
    private Gru? TakeSlot(XvmaTask task) => slotTaken.Add(task) ? task.Gru : null;

    private void Add<T>(Delegate actor, T behaviour, Action<T> body)
        where T : Behaviour
    {
        if (actors.Exists(known => known.Method == actor.Method))
            throw new InvalidOperationException($"{actor.Method.Name} has been given a task already.");
        actors.Add(new(actor.Method, behaviour.Role, () => body(behaviour)));
    }

    private List<ScenarioActor> InDeclarationOrder()
    {
        foreach (var method in ActorMethods())
        {
            if (!actors.Exists(actor => actor.Method == method))
                throw new InvalidOperationException($"{GetType().Name}.{method.Name} is an actor without a task.");
        }
        return [.. actors.OrderBy(actor => actor.Method.MetadataToken)];
    }
}
