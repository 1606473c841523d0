using System.Numerics;

namespace Braid;

internal abstract unsafe partial class Execution
{
    protected ThreadLog[] logs = [];

    private void PrepareLogs()
    {
        logs = new ThreadLog[bodies.Count];
        for (var thread = 0; thread < logs.Length; thread++) logs[thread] = new();
    }

    private void ClearLogs()
    {
        foreach (var own in logs) own.Length = own.Start = 0;
    }

    /// <summary>Puts a thread on top, before operation number <paramref name="at"/> of its log.</summary>
    protected void Load(int thread, int at)
    {
        var own = logs[thread];
        current = thread;
        first = own.First;
        next = first + at;
        end = first + own.Length;
        limit = own.Limit;
    }

    /// <summary>Who is to run, or a negative number when the schedule is over.</summary>
    protected int NextToRun()
    {
        if (IsUnwinding) return Done;
        if (unstarted != 0) return BitOperations.TrailingZeroCount(unstarted);
        if (turn == Undecided) Decide();
        if (unstarted != 0) return BitOperations.TrailingZeroCount(unstarted);
        return IsUnwinding ? Done : turn;
    }

    /// <summary>A body has returned: live, or running out on its log.</summary>
    protected void Leave(int thread)
    {
        if (IsActor(thread))
        {
            // Idle for ever, or an earlier handler that has run out on its log; or one that threw, and is counted on.
            if ((thrown >> thread & 1) != 0 && (ended >> thread & 1) == 0) NoteEnded(thread);
            return;
        }

        logs[thread].Length = Length;
        if (!IsCaughtUp || turn == thread) RuleBroken(Impure(thread, "ended before an operation that it had performed"));
        else if ((ended >> thread & 1) == 0) NoteEnded(thread);
    }

    /// <summary>No thread is on top: nothing is replayed.</summary>
    private void LeaveLog() => next = end = first;

    private void GrowLog()
    {
        var own = logs[current];
        var length = Length;
        own.Grow();
        own.Length = length;
        Load(current, length);
    }
}
