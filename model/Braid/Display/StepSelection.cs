namespace Braid;

/// <summary>Decides which steps of a trace are worth a row.</summary>
internal static class StepSelection
{
    /// <summary>For each step whether it is shown.</summary>
    /// <param name="trace">The execution.</param>
    /// <param name="detail">How much is wanted.</param>
    /// <param name="failure">What it ends in; the steps that are part of that are always shown.</param>
    public static bool[] Of(Trace trace, DisplayDetail detail, Failure? failure)
    {
        var shown = new bool[trace.Steps.Count];
        if (detail == DisplayDetail.Full)
        {
            Array.Fill(shown, true);
            return shown;
        }
        var places = new Places(trace);
        var shared = SharedAndChanged(trace, places);
        for (var i = 0; i < shown.Length; i++)
        {
            var step = trace.Steps[i];
            shown[i] = step.Kind == OperationKind.Choose || (step.IsDecision && (OperationKinds.IsFence(step.Kind) || shared.Contains(places.Of(step))));
        }
        HideQuietLocks(trace, shown);
        if (failure is null) return shown;
        if (FailingStep.Of(failure) is var failing and >= 0) shown[failing] = true;
        foreach (var told in Explanation.StepsOf(failure)) shown[told.Index] = true;
        return shown;
    }

    /// <summary>Places that more than one thread touches and at least one changes: only these can carry a race.</summary>
    public static HashSet<string> SharedAndChanged(Trace trace, Places places)
    {
        Dictionary<string, int> owner = [];
        HashSet<string> shared = [];
        HashSet<string> changed = [];
        foreach (var step in trace.Steps)
        {
            if (places.Of(step) is not { Length: > 0 } place) continue;
            if (!owner.TryAdd(place, step.Thread) && owner[place] != step.Thread) shared.Add(place);
            if (step.IsWrite || OperationKinds.IsLock(step.Kind)) changed.Add(place);
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
