using System.Reflection;
using Xvma.Sync;

namespace Xvma.Model;

/// <summary>A scenario as the catalogue lists it.</summary>
public sealed class ScenarioInfo
{
    private readonly Func<World, Scenario> make;

    internal ScenarioInfo(Type type)
    {
        make = world => (Scenario)Activator.CreateInstance(type, world)!;
        var mark = type.GetCustomAttribute<ScenarioAttribute>()
            ?? throw new ArgumentException($"{type.Name} is not marked [Scenario].", nameof(type));
        Name = mark.Name;
        Clauses = mark.Clauses;
        IsWatched = type.GetMethod("EachStep", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(Scenario);
        IsLongWithBuffers = mark.IsLongWithBuffers;
        Preemptions = mark.Preemptions < 0 ? null : mark.Preemptions;
    }

    /// <summary>A scenario that is none of the catalogue's, and claims no clause of its own.</summary>
    internal ScenarioInfo(string name, Func<World, Scenario> make)
    {
        this.make = make;
        Name = name;
        Clauses = [];
    }

    /// <summary>Its name in words.</summary>
    public string Name { get; }

    /// <summary>Ids of the clauses it checks.</summary>
    public IReadOnlyList<string> Clauses { get; }

    /// <summary>The most preemptions explored; null for all schedules.</summary>
    public int? Preemptions { get; }

    /// <summary>Whether it is explored under total store order only when that is asked for: it takes minutes.</summary>
    public bool IsLongWithBuffers { get; }

    /// <summary>Whether it has an invariant of every step. Scenarios without one leave the search more to take for equivalent.</summary>
    internal bool IsWatched { get; }

    /// <summary>Known bugs that it must find.</summary>
    public IEnumerable<KnownBug> KnownBugs => KnownBug.All.Where(bug => bug.Scenario == Name);

    /// <summary>What its machine is made of, in words.</summary>
    public string Geometry => SmallMachine.Describe(make(World.Over<NativeSync>(SilentLog.Instance)).Geometry);

    /// <summary>Where it is written.</summary>
    public Braid.SourceLine Place => make(World.Over<NativeSync>(SilentLog.Instance)).Place;

    /// <summary>Arranges a run over the native instantiation, calls unseen.</summary>
    public IScenarioRun Start() => Start(World.Over<NativeSync>(SilentLog.Instance));

    /// <summary>Arranges a run in <paramref name="world"/>.</summary>
    public IScenarioRun Start(World world) => new ScenarioRun(make(world));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
