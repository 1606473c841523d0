namespace Braid;

/// <summary>What an execution under advice did.</summary>
/// <param name="Taken">The decisions really taken.</param>
/// <param name="Preemptions">How many of them took the turn from a thread that could have gone on.</param>
/// <param name="Defect">How it failed, or null.</param>
internal sealed record Attempt(IReadOnlyList<Decision> Taken, int Preemptions, Defect? Defect)
{
    /// <summary>What the threads stood before that could not move when nobody could; empty when the execution ended otherwise.</summary>
    public IReadOnlyList<Decision> Stuck { get; init; } = [];

    /// <summary>How much of it there is to follow.</summary>
    public ScheduleSize Size { get; } = new(Preemptions, Blocks.Switches(Taken), Taken.Count);

    /// <summary>Whether it fails in the way and by the name that <paramref name="other"/> does.</summary>
    public bool FailsAs(Failure other) => Defect is { } defect && (defect.Kind, defect.Identity) == (other.Kind, other.Identity);
}
