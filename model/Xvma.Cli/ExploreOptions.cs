using Tenet.Explore;
using Xvma.Model.Instances;

namespace Xvma.Cli;

/// <summary>What <c>xvma explore</c> was asked for.</summary>
internal sealed record ExploreOptions
{
    /// <summary>Instances by name; null for all.</summary>
    public IReadOnlyList<string>? Instances { get; init; }

    /// <summary>Whether large ones are among all.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Workers; 0 for one a core.</summary>
    public int Workers { get; init; }

    /// <summary>Memory for the states of one instance, in MiB.</summary>
    public int MemoryMiB { get; init; } = 4096;

    /// <summary>Whether interchangeable elements are made use of.</summary>
    public bool UsesSymmetry { get; init; } = true;

    /// <summary>Where the search is saved; null for nowhere.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Whether it goes on from there.</summary>
    public bool Resumes { get; init; }

    /// <summary>Where the counterexample goes as ITF; null for nowhere.</summary>
    public string? Itf { get; init; }

    /// <summary>Where the instance goes as Promela, instead of being explored; null for nowhere.</summary>
    public string? Promela { get; init; }

    /// <summary>The instances that are meant.</summary>
    /// <exception cref="UsageException">There is no such instance, or one file is to hold several.</exception>
    public IReadOnlyList<Instance> Choose()
    {
        if (Instances?.FirstOrDefault(name => !InstanceCatalogue.TryFind(name, out _)) is { } unknown)
            throw new UsageException($"no instance is called “{unknown}”{Nearest.Ask(unknown, InstanceCatalogue.All.Select(known => known.Name))} (xvma explore --list lists them)");
        IReadOnlyList<Instance> chosen = Instances is null
            ? [.. InstanceCatalogue.All.Where(instance => IsLarge || !instance.IsLarge)]
            : [.. InstanceCatalogue.All.Where(instance => Instances.Contains(instance.Name, StringComparer.OrdinalIgnoreCase))];
        if (chosen.Count != 1 && (Checkpoint ?? Itf ?? Promela) is not null)
            throw new UsageException("--checkpoint, --itf and --promela are for one instance; choose it by --instance");
        if (Resumes && Checkpoint is null) throw new UsageException("--resume needs to be told from which --checkpoint");
        return chosen;
    }
}
