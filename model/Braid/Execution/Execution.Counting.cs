using Xvma.Sync;

namespace Braid;

// Tallies: counted in the log, so that executing again does not count again, and in no step.
internal abstract partial class Execution
{
    /// <summary>Keys of no operation from here on stand for counts.</summary>
    private const long CountKey = 1L << 32;

    private readonly List<TallyState> arrangedTallies = [];

    public object CreateTally(int counters, in CellName name)
    {
        if (mode is not (Mode.Arranging or Mode.Sharing or Mode.Resting))
            throw RuleBroken($"The tally '{name}' is created outside of Share and of Arrange, so that executing again would make another one.");
        var made = new TallyState(name.ToString(), counters);
        if (mode == Mode.Arranging) arrangedTallies.Add(made);
        return made;
    }

    public void Count(object tally, int counter)
    {
        var key = LogEntry.KeyOf(OperationKind.None, CountKey + counter);
        if (Replays(key, out _)) return;
        var counted = (TallyState)tally;
        switch (mode)
        {
            case Mode.Scheduled:
                Append(key, 0);
                break;
            case Mode.Observing:
                throw RuleBroken($"'{counted.Name}' counts in the invariant of every step, which may only read.");
            case Mode.Unwinding:
                return;
        }

        counted.Counters[counter]++;
    }

    public long ReadTally(object tally, int counter)
    {
        var read = (TallyState)tally;
        return mode switch
        {
            Mode.Arranging or Mode.Resting => read.Counters[counter],
            Mode.Unwinding => throw Unwinding.Instance,
            _ => throw RuleBroken($"'{read.Name}' is read during a schedule. A count is no step, so what is read would hang on the order of steps taken for independent: read it at rest."),
        };
    }

    private void KeepArrangedTallies()
    {
        foreach (var tally in arrangedTallies) tally.KeepArranged();
    }

    private void RestoreArrangedTallies()
    {
        foreach (var tally in arrangedTallies) tally.Restore();
    }
}
