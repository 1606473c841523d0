namespace Braid;

internal abstract partial class Execution
{
    private Recorder? recorder;

    /// <summary>Whether the schedule is being written down; then calls and notes are logged like operations, so that they are met once.</summary>
    public bool IsRecording => recorder is not null;

    /// <summary>Writes down the schedules that follow; between schedules only, and from the first one on.</summary>
    public void Record(Recorder? into)
    {
        recorder = into;
        watching = hasInvariant || recorder is not null || WatchesLoops;
    }

    public void Call(TraceEventKind kind, string text)
    {
        if (Replays(LogEntry.KeyOf(OperationKind.None, 1 + (long)kind), out _) || mode != Mode.Scheduled) return;
        Append(LogEntry.KeyOf(OperationKind.None, 1 + (long)kind), 0);
        if (!pruned) recorder!.Call(current, kind, text);
    }

    /// <summary>What a thread stands before, in words that <see cref="Standing(OperationKind, string)"/> gives for a decision too.</summary>
    public string Standing(int thread) =>
        (uint)thread >= (uint)pending.Length ? "nothing"
        : (ended >> thread & 1) != 0 ? "its end"
        : Standing(pending[thread].Kind, NameOf(in pending[thread], thread));

    /// <summary>What a mover stands before, as a decision; null when it has ended, or is a store buffer with nothing in it.</summary>
    public Decision? StandsBefore(int mover) =>
        (uint)mover >= (uint)pending.Length || (ended >> mover & 1) != 0 || (mover >= firstBuffer && buffers[ThreadOf(mover)].IsEmpty) ? null
        : new(ThreadOf(mover), pending[mover].Kind, NameOf(in pending[mover], mover));

    public static string Standing(OperationKind kind, string location) => location.Length == 0 ? kind.ToString() : $"{kind} of '{location}'";

    /// <summary>The schedule just run, as decisions that another run can follow.</summary>
    public IReadOnlyList<Decision> DecisionsOf(Trace trace)
    {
        if (trace.Steps.Count == 0) return RawDecisions();
        var decisions = new List<Decision>(stepCount);
        foreach (var step in trace.Steps)
        {
            if (!step.IsDecision) continue;
            int? choice = step.Kind == OperationKind.Choose ? decisionChoices[decisions.Count] : null;
            decisions.Add(new(step.Thread, step.Kind, step.Location, choice));
        }

        return decisions;
    }

    /// <summary>The decisions of the last schedule: who moved, and what was chosen.</summary>
    public Decision[] RawDecisions()
    {
        var decisions = new Decision[stepCount];
        for (var at = 0; at < stepCount; at++) decisions[at] = DecisionOf(decisionThreads[at], decisionChoices[at]);
        return decisions;
    }

    /// <summary>Writes down the last step if it ended the schedule before it could be told.</summary>
    private void FinishRecording()
    {
        if (recorder is null || recorder.Decisions == stepCount || stepCount == 0) return;
        var thread = decisionThreads[stepCount - 1];
        recorder.Unfinished(ThreadOf(thread), in pending[thread], NameOf(in pending[thread], thread));
    }
}
