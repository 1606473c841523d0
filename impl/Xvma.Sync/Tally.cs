using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>Counters that anybody adds to and the code that does never reads: statistics. See <see cref="ISync"/> for why counting is no step.</summary>
public readonly struct Tally<TSync>
    where TSync : struct, ISync
{
    private readonly object tally;

    /// <summary>Creates the counters, all 0. Not a scheduling point.</summary>
    public Tally(int counters, CellName name) => tally = TSync.CreateTally(counters, name);

    /// <inheritdoc cref="ISync.Count"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int counter) => TSync.Count(tally, counter);

    /// <inheritdoc cref="ISync.ReadTally"/>
    public long Read(int counter) => TSync.ReadTally(tally, counter);
}
