using System.Numerics;
using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// One instruction slot (a CBR) of a task's GRU context: what a thread issues instructions through, at extended addresses.
/// </summary>
/// <remarks>
/// One thread at a time uses a slot, as in the hardware; a task with several threads opens one for each (<see cref="XvmaTask.OpenGru"/>).
/// Every <c>Try</c> form returns <see cref="FaultCause.None"/> when the instruction is complete; the forms without it throw
/// <see cref="GruException"/>. Operands are naturally aligned and at most 8 bytes, elements of vectors likewise;
/// copies and fills have any alignment.
/// </remarks>
public abstract partial class Gru : IDisposable
{
    private protected Gru()
    {
    }

    /// <summary>vload: reads 1, 2, 4 or 8 bytes at once (INS-3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FaultCause TryLoad(ExtendedAddress address, int width, out ulong value)
    {
        var done = Load(address, width);
        value = done.Value;
        return done.Cause;
    }

    /// <summary>vstore: writes the low 1, 2, 4 or 8 bytes of <paramref name="value"/> at once (INS-3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FaultCause TryStore(ExtendedAddress address, int width, ulong value) => Store(address, width, value).Cause;

    /// <summary>
    /// bcopy: copies bytes between extended addresses, upwards, page by page and not atomically (INS-5). Where the ranges overlap, the
    /// destination must be the lower one, or the upper end of it may repeat what was copied before.
    /// </summary>
    /// <param name="source">First byte read.</param>
    /// <param name="destination">First byte written.</param>
    /// <param name="bytes">At least 1.</param>
    /// <param name="copied">How many bytes have been copied; all of them when the result is <see cref="FaultCause.None"/>.</param>
    public FaultCause TryCopy(ExtendedAddress source, ExtendedAddress destination, ulong bytes, out ulong copied) =>
        Copy(source, destination, bytes, out copied, out _);

    /// <summary>bstore: writes <paramref name="value"/> into every byte of a range, page by page and not atomically (INS-5).</summary>
    public abstract FaultCause TryFill(ExtendedAddress destination, ulong bytes, byte value, out ulong filled);

    /// <summary>Closes the slot; the thread that uses it calls this, between instructions.</summary>
    public abstract void Dispose();

    /// <summary>Reads an integer of 1, 2, 4 or 8 bytes.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load<T>(ExtendedAddress address)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = Load(address, Unsafe.SizeOf<T>());
        if (done.Cause != FaultCause.None) Throw(done.Cause, address);
        return T.CreateTruncating(done.Value);
    }

    /// <summary>Writes an integer of 1, 2, 4 or 8 bytes.</summary>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(ExtendedAddress address, T value)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = Store(address, Unsafe.SizeOf<T>(), ulong.CreateTruncating(value));
        if (done.Cause != FaultCause.None) Throw(done.Cause, address);
    }

    /// <summary>Copies bytes between extended addresses.</summary>
    /// <exception cref="GruException">The instruction ended in an exception, perhaps after part of the copy.</exception>
    public void Copy(ExtendedAddress source, ExtendedAddress destination, ulong bytes)
    {
        var cause = Copy(source, destination, bytes, out _, out var at);
        if (cause != FaultCause.None) Throw(cause, at);
    }

    /// <summary>Writes one value into every byte of a range.</summary>
    /// <exception cref="GruException">The instruction ended in an exception, perhaps after part of the fill.</exception>
    public void Fill(ExtendedAddress destination, ulong bytes, byte value)
    {
        var cause = TryFill(destination, bytes, value, out var filled);
        if (cause != FaultCause.None) Throw(cause, destination + filled);
    }

    internal abstract Completion Load(ExtendedAddress address, int width);

    internal abstract Completion Store(ExtendedAddress address, int width, ulong value);

    /// <param name="source">First byte read.</param>
    /// <param name="destination">First byte written.</param>
    /// <param name="bytes">At least 1.</param>
    /// <param name="copied">How many bytes have been copied.</param>
    /// <param name="at">Where it ended, when in an exception: an address of the operand at fault.</param>
    internal abstract FaultCause Copy(
        ExtendedAddress source, ExtendedAddress destination, ulong bytes, out ulong copied, out ExtendedAddress at);

    private static void Throw(FaultCause cause, ExtendedAddress address) => throw new GruException(cause, address);
}
