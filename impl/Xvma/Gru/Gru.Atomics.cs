using System.Numerics;
using System.Runtime.CompilerServices;

namespace Xvma;

// The atomic memory operations (INS-4).
public abstract partial class Gru
{
    /// <summary>Adds to 4 or 8 bytes, wrapping, at once (INS-4).</summary>
    /// <param name="address">The operand, aligned to its width.</param>
    /// <param name="width">4 or 8.</param>
    /// <param name="value">What to add.</param>
    /// <param name="old">What was there before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FaultCause TryFetchAdd(ExtendedAddress address, int width, ulong value, out ulong old) => Old(FetchAdd(address, width, value), out old);

    /// <summary>Replaces 4 or 8 bytes at once (INS-4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FaultCause TrySwap(ExtendedAddress address, int width, ulong value, out ulong old) => Old(Swap(address, width, value), out old);

    /// <summary>Replaces 4 or 8 bytes at once if they equal <paramref name="expected"/>; either way <paramref name="old"/> is what was there (INS-4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FaultCause TryCompareAndSwap(ExtendedAddress address, int width, ulong expected, ulong value, out ulong old) =>
        Old(CompareAndSwap(address, width, expected, value), out old);

    /// <summary>Adds 1 to 4 or 8 bytes, wrapping, at once (INS-4).</summary>
    public FaultCause TryFetchIncrement(ExtendedAddress address, int width, out ulong old) => TryFetchAdd(address, width, 1, out old);

    /// <summary>Takes 1 from 4 or 8 bytes, wrapping, at once (INS-4).</summary>
    public FaultCause TryFetchDecrement(ExtendedAddress address, int width, out ulong old) => TryFetchAdd(address, width, ulong.MaxValue, out old);

    /// <summary>Leaves those bits of 4 or 8 bytes set that <paramref name="value"/> has set too, at once (INS-4).</summary>
    public FaultCause TryFetchAnd(ExtendedAddress address, int width, ulong value, out ulong old) => Old(FetchAnd(address, width, value), out old);

    /// <summary>Sets the bits of 4 or 8 bytes that <paramref name="value"/> has set, at once (INS-4).</summary>
    public FaultCause TryFetchOr(ExtendedAddress address, int width, ulong value, out ulong old) => Old(FetchOr(address, width, value), out old);

    /// <summary>Inverts the bits of 4 or 8 bytes that <paramref name="value"/> has set, at once (INS-4).</summary>
    public FaultCause TryFetchXor(ExtendedAddress address, int width, ulong value, out ulong old) => Old(FetchXor(address, width, value), out old);

    /// <summary>Adds to an integer of 4 or 8 bytes and returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T FetchAdd<T>(ExtendedAddress address, T value)
        where T : unmanaged, IBinaryInteger<T> =>
        Old<T>(FetchAdd(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(value)), address);

    /// <summary>Replaces an integer of 4 or 8 bytes and returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T Swap<T>(ExtendedAddress address, T value)
        where T : unmanaged, IBinaryInteger<T> =>
        Old<T>(Swap(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(value)), address);

    /// <summary>Replaces an integer of 4 or 8 bytes if it equals <paramref name="expected"/>; returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T CompareAndSwap<T>(ExtendedAddress address, T expected, T value)
        where T : unmanaged, IBinaryInteger<T> =>
        Old<T>(CompareAndSwap(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(expected), ulong.CreateTruncating(value)), address);

    /// <summary>Adds 1 to an integer of 4 or 8 bytes and returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T FetchIncrement<T>(ExtendedAddress address)
        where T : unmanaged, IBinaryInteger<T> => FetchAdd(address, T.One);

    /// <summary>Takes 1 from an integer of 4 or 8 bytes and returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T FetchDecrement<T>(ExtendedAddress address)
        where T : unmanaged, IBinaryInteger<T> => FetchAdd(address, unchecked(T.Zero - T.One));

    /// <summary>Leaves those bits of an integer of 4 or 8 bytes set that <paramref name="value"/> has set too; returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T FetchAnd<T>(ExtendedAddress address, T value)
        where T : unmanaged, IBinaryInteger<T> => Old<T>(FetchAnd(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(value)), address);

    /// <summary>Sets the bits of an integer of 4 or 8 bytes that <paramref name="value"/> has set; returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T FetchOr<T>(ExtendedAddress address, T value)
        where T : unmanaged, IBinaryInteger<T> => Old<T>(FetchOr(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(value)), address);

    /// <summary>Inverts the bits of an integer of 4 or 8 bytes that <paramref name="value"/> has set; returns what was there before.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public T FetchXor<T>(ExtendedAddress address, T value)
        where T : unmanaged, IBinaryInteger<T> => Old<T>(FetchXor(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(value)), address);

    internal abstract Completion FetchAdd(ExtendedAddress address, int width, ulong value);

    internal abstract Completion Swap(ExtendedAddress address, int width, ulong value);

    internal abstract Completion CompareAndSwap(ExtendedAddress address, int width, ulong expected, ulong value);

    internal abstract Completion FetchAnd(ExtendedAddress address, int width, ulong value);

    internal abstract Completion FetchOr(ExtendedAddress address, int width, ulong value);

    internal abstract Completion FetchXor(ExtendedAddress address, int width, ulong value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FaultCause Old(Completion done, out ulong old)
    {
        old = done.Value;
        return done.Cause;
    }

    private static T Old<T>(Completion done, ExtendedAddress address)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (done.Cause != FaultCause.None) Throw(done.Cause, address);
        return T.CreateTruncating(done.Value);
    }
}
