namespace Linearity;

/// <summary>A clock for real threads.</summary>
public sealed class MachineClock : IHistoryClock
{
    private long responses;

    /// <inheritdoc/>
    public long Read() => Volatile.Read(ref responses);

    /// <inheritdoc/>
    public long Advance() => Interlocked.Increment(ref responses);
}
