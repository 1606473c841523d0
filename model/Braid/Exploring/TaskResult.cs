namespace Braid;

/// <summary>What running a task of an exhaustive search for a while came to.</summary>
internal sealed class TaskResult<TTask, TRequest>
{
    public Tally Tally { get; } = new();

    /// <summary>Hashes the executions of the task, when they are to be certified.</summary>
    public TraceDigest? Digest;

    /// <summary>What is left of the task.</summary>
    public List<TTask> Rest { get; } = [];

    /// <summary>What it asks of the rest of the search.</summary>
    public List<TRequest> Requests { get; } = [];

    /// <summary>Whether a loop that had been taken for endless was left by itself.</summary>
    public bool LoopLeft;

    /// <summary>The cells that the invariant of every step reads, when there are more than the search knew.</summary>
    public bool[]? NewVisible;
}
