namespace Xvma.Sync;

/// <remarks>
/// <para>
/// A tally counts what happens and decides nothing: the code that counts never reads it. Its members are no scheduling points, and two counts are
/// independent of each other and of everything else. That is sound because additions commute and nobody who takes steps sees a count: two executions
/// that differ in the order of counts alone end with the same state and the same counts. For the same reason nobody may read one while others run
/// under an explorer, which refuses it.
/// </para>
/// </remarks>
public partial interface ISync
{
    /// <summary>Creates a tally of <paramref name="counters"/> counters, all 0. Not a scheduling point.</summary>
    static abstract object CreateTally(int counters, CellName name);

    /// <summary>Adds 1 to a counter. Orders nothing. Not a scheduling point.</summary>
    static abstract void Count(object tally, int counter);

    /// <summary>
    /// What a counter holds: everything that was counted before, as other orders say, and perhaps some of what is counted meanwhile. Under an explorer
    /// only before the threads begin and after they have ended.
    /// </summary>
    static abstract long ReadTally(object tally, int counter);
}
