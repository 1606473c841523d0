namespace Braid;

/// <summary>Collects a <see cref="Coverage"/>.</summary>
/// <param name="mayRepeat">
/// Whether an execution can be met more than once. Searches that reduce meet each once, so that a sum is enough; one under a preemption bound
/// meets an execution as often as it has schedules within the bound, and each hash must be kept.
/// </param>
internal sealed class TraceSet(bool mayRepeat)
{
    private readonly Dictionary<Digest, (TraceEnd End, int Steps)>? members = mayRepeat ? [] : null;
    private Coverage sum = new();

    public Coverage Coverage => sum;

    /// <summary>The executions one by one; null when they are not kept.</summary>
    public IReadOnlyDictionary<Digest, (TraceEnd End, int Steps)>? Members => members;

    public void Add(Digest digest, TraceEnd end, int steps)
    {
        if (members is not null && !members.TryAdd(digest, (end, steps))) return;
        sum = sum with
        {
            Complete = sum.Complete + (end == TraceEnd.Ended ? 1 : 0),
            Deadlocks = sum.Deadlocks + (end == TraceEnd.Deadlock ? 1 : 0),
            Failing = sum.Failing + (end == TraceEnd.Failed ? 1 : 0),
            Steps = sum.Steps + steps,
            Traces = sum.Traces + digest,
        };
    }

    public void AddCutOff() => sum = sum with { CutOff = sum.CutOff + 1 };

    public void Add(TraceSet other)
    {
        if (other.members is { } theirs)
        {
            foreach (var (digest, (end, steps)) in theirs) Add(digest, end, steps);
            sum = sum with { CutOff = sum.CutOff + other.sum.CutOff };
            return;
        }

        Add(other.sum);
    }

    /// <summary>Adds executions that are known to be none of those in the set.</summary>
    public void Add(Coverage others) => sum = new()
    {
        Complete = sum.Complete + others.Complete,
        Deadlocks = sum.Deadlocks + others.Deadlocks,
        Failing = sum.Failing + others.Failing,
        CutOff = sum.CutOff + others.CutOff,
        Steps = sum.Steps + others.Steps,
        Traces = sum.Traces + others.Traces,
    };
}
