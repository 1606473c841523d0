namespace Braid;

/// <summary>The set of executions that an exhaustive exploration saw, executions that differ only in the order of independent steps counted once.</summary>
/// <remarks>It follows from the program and the bounds alone: not from the strategy, the number of workers, or the order of the search.</remarks>
public sealed record Coverage
{
    /// <summary>Complete executions that ended well.</summary>
    public long Complete { get; init; }

    /// <summary>Executions in which nobody could move any more.</summary>
    public long Deadlocks { get; init; }

    /// <summary>Complete executions in which something was wrong.</summary>
    public long Failing { get; init; }

    /// <summary>Schedules that were given up before their end, so that nothing is covered by them: a certificate needs this to be 0.</summary>
    public long CutOff { get; init; }

    /// <summary>Steps of all these executions together, each of which has as many in whatever order they are taken.</summary>
    public long Steps { get; init; }

    /// <summary>The sum of the hashes of the executions.</summary>
    public Digest Traces { get; init; }
}
