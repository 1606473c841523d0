using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>The production instantiation of the seam: a slot is the value, and every member is the plain operation of the runtime.</summary>
public readonly partial struct NativeSync : ISync
{
    /// <summary>Attempts of a spin loop, each pausing twice as long as the one before (in all about a microsecond), before the processor is offered to others.</summary>
    private const int SpinsBeforeYielding = 6;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Share<TState, T>(TState state, Func<TState, T> create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        return create(state);
    }

    /// <inheritdoc/>
    public static int Choose(int count, CellName name) => 0;

    /// <inheritdoc/>
    public static void Yield() => Thread.Yield();

    /// <inheritdoc/>
    public static void SpinUntil<TState>(TState state, Func<TState, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (var attempt = 0; !condition(state); attempt++)
        {
            if (attempt < SpinsBeforeYielding) Thread.SpinWait(1 << attempt);
            else Yield();
        }
    }

    /// <inheritdoc/>
    public static long Now() => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    /// <inheritdoc/>
    public static void Delay(long nanoseconds) => Thread.Sleep(TimeSpan.FromTicks((nanoseconds + 99) / 100));
}
