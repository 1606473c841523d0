using Xvma.Sync;

namespace Xvma;

/// <summary>
/// Whose turn it is on a chiplet to displace entries of its TLB: nobody's, and then everybody may, or that of the first in a line of
/// instructions which have missed too often (FLT-16, FLT-17).
/// </summary>
internal sealed class Turns<TSync>
    where TSync : struct, ISync
{
    private readonly WaitQueue<TSync> next;
    private AtomicRef<TSync, TurnLine<TSync>> line;

    public Turns(int chiplet)
    {
        line = new(null, new("line for the turn", "chiplet", chiplet));
        next = new(new("turn", "chiplet", chiplet));
    }

    /// <summary>Whether it is the turn of another slot than this. Asked for a dropin that finds its set full, and by those who wait.</summary>
    public bool IsAnothers(Cbr<TSync> cbr) => line.Load() is { } waiting && !ReferenceEquals(waiting.First, cbr);

    /// <summary>
    /// Returns when it is the slot's turn: in the order of asking, so that each of those who wait has it some day. Whoever has it waits for
    /// nobody who waits here: the caller holds no lock and has no fault open.
    /// </summary>
    /// <param name="cbr">The slot.</param>
    /// <param name="task">The id of its task; for an observer.</param>
    public void Take(Cbr<TSync> cbr, long task)
    {
        TurnLine<TSync>? before;
        do before = line.Load();
        while (!line.TryChange(before, TurnLine<TSync>.Of(before, cbr, task)));
        if (before is not null) next.WaitUntil((Turns: this, Cbr: cbr), static wait => !wait.Turns.IsAnothers(wait.Cbr));
    }

    /// <summary>Gives it to the next in line. By the slot whose turn it is.</summary>
    public void GiveBack()
    {
        TurnLine<TSync> before;
        TurnLine<TSync>? rest;
        do
        {
            before = line.Load()!;
            rest = before.Rest();
        }
        while (!line.TryChange(before, rest));
        if (rest is not null) next.WakeAll();
    }
}
