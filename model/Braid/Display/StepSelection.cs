namespace Braid;

/// <summary>Decides which steps of a trace are worth a row.</summary>
internal static class StepSelection
{
    /// <summary>For each step whether it is shown.</summary>
    /// <param name="trace">The execution.</param>
    /// <param name="detail">How much is wanted.</param>
    /// <param name="failure">What it ends in; the steps that are part of that are always shown.</param>
    public static bool[] Of(Trace trace, DisplayDetail detail, FailureKind? failure)
    {
        var shown = new bool[trace.Steps.Count];
        if (detail == DisplayDetail.Full)
        {
            Array.Fill(shown, true);
            return shown;
        }
        var shared = SharedAndChanged(trace);
        for (var i = 0; i < shown.Length; i++)
        {
            var step = trace.Steps[i];
            shown[i] = step.Kind == OperationKind.Choose || (step.IsDecision && shared.Contains(step.Location));
        }
        HideQuietLocks(trace, shown);
        if (FailingStep.Of(trace, failure) is var failing and >= 0) shown[failing] = true;
        if (failure is FailureKind.Deadlock or FailureKind.LostWakeup)
            foreach (var part in StandStill.StillHeld(trace).Concat(StandStill.Unredeemed(trace).Select(each => each.Ticket))) shown[part.Index] = true;
        return shown;
    }

    /// <summary>Locations that more than one thread touches and at least one changes: only these can carry a race.</summary>
    public static HashSet<string> SharedAndChanged(Trace trace)
    {
        Dictionary<string, int> owner = [];
        HashSet<string> shared = [];
        HashSet<string> changed = [];
        foreach (var step in trace.Steps.Where(step => step.Location.Length > 0))
        {
            if (!owner.TryAdd(step.Location, step.Thread) && owner[step.Location] != step.Thread) shared.Add(step.Location);
            if (step.IsWrite || OperationKinds.IsLock(step.Kind)) changed.Add(step.Location);
        }
        shared.IntersectWith(changed);
        return shared;
    }

    // A section that ran from lock to unlock without a switch looks the same as one with no lock.
    private static void HideQuietLocks(Trace trace, bool[] shown)
    {
        Dictionary<(int Thread, string Location), (int Step, int Run)> taken = [];
        var run = 0;
        for (var i = 0; i < shown.Length; i++)
        {
            var step = trace.Steps[i];
            if (i > 0 && trace.Steps[i - 1].Thread != step.Thread) run++;
            if (OperationKinds.Acquires(step)) taken[(step.Thread, step.Location)] = (i, run);
            else if (OperationKinds.Releases(step.Kind)
                && taken.Remove((step.Thread, step.Location), out var from)
                && from.Run == run) shown[from.Step] = shown[i] = false;
        }
    }
}
