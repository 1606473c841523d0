using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma;

/// <summary>What all tasks and groups of a machine use together.</summary>
internal sealed class MachineParts<TSync>
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> lastTask = new(0, "last task id");
    private AtomicInt64<TSync> lastGroup = new(0, "last group id");
    private AtomicInt64<TSync> lastSpace = new(0, "last space id");
    private AtomicInt64<TSync> lastBacking = new(0, "last backing id");
    private AtomicInt64<TSync> lastSegment = new(0, "last segment id");
    private AtomicInt64<TSync> lastPermit = new(0, "last permit id");

    public MachineParts(MachineOptions options)
    {
        Options = options;
        Partitions = [.. Enumerable.Range(0, options.Partitions).Select(index => new Partition<TSync>(index, options))];
        Chiplets = [.. Enumerable.Range(0, options.AllChiplets).Select(index => new Chiplet<TSync>(index, options, Counters))];
    }

    public MachineOptions Options { get; }

    public ImmutableArray<Partition<TSync>> Partitions { get; }

    /// <summary>Those of all partitions: the first ones are the first one's.</summary>
    public ImmutableArray<Chiplet<TSync>> Chiplets { get; }

    /// <summary>What has happened.</summary>
    public Counters<TSync> Counters { get; } = new();

    /// <summary>Tasks that are not dead.</summary>
    public Registry<TSync, TaskOf<TSync>> Tasks { get; } = new("tasks");

    /// <summary>Groups with a member.</summary>
    public Registry<TSync, Group<TSync>> Groups { get; } = new("groups");

    /// <summary>Segments that are not removed.</summary>
    public Registry<TSync, Segment<TSync>> Segments { get; } = new("segments");

    /// <summary>Numbers only go up: an id never names two things (INV-9).</summary>
    public long NextTask() => lastTask.Add(1);

    /// <inheritdoc cref="NextTask"/>
    public long NextGroup() => lastGroup.Add(1);

    /// <inheritdoc cref="NextTask"/>
    public long NextSpace() => lastSpace.Add(1);

    /// <inheritdoc cref="NextTask"/>
    public long NextBacking() => lastBacking.Add(1);

    /// <inheritdoc cref="NextTask"/>
    public long NextSegment() => lastSegment.Add(1);

    /// <inheritdoc cref="NextTask"/>
    public long NextPermit() => lastPermit.Add(1);
}
