using Xvma.Sync;

namespace Xvma;

/// <summary>How often one instruction, or one piece of it, has missed, and the turn that it has taken for that (FLT-16).</summary>
/// <remarks>
/// A copy needs two entries at once. Two copies that meet in a set of two ways could push each other's out for ever, in a fair schedule
/// too; and so could instructions of one operand, between the dropin and the next look. The driver's library knows no such case: its TLB
/// has many ways, and its instructions one page size.
/// </remarks>
internal struct Patience<TSync>(int most)
    where TSync : struct, ISync
{
    private int misses;
    private Turns<TSync>? taken;

    /// <summary>
    /// One more miss, on this chiplet. Waits for its turn there when there have been too many; one that was taken on a chiplet which the
    /// context has left since is given back first, so nobody waits for one turn and has another.
    /// </summary>
    public void Miss(Chiplet<TSync> chiplet, GruContext<TSync> context, Cbr<TSync> cbr)
    {
        if (misses < most)
        {
            misses++;
            return;
        }

        if (ReferenceEquals(taken, chiplet.Turns)) return;
        GiveBack();
        chiplet.Turns.Take(cbr, context.Task);
        taken = chiplet.Turns;
        chiplet.Counters.Count(GruEvent.Turn);
    }

    /// <summary>The turn, if it has been taken, is the next one's: the instruction has ended, or waits for what one who waits for the turn may have.</summary>
    public void GiveBack()
    {
        taken?.GiveBack();
        taken = null;
    }
}
