using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>An open instruction slot: the path of a hit, and the way to the fault path for the rest.</summary>
internal sealed class GruOf<TSync> : Gru
    where TSync : struct, ISync
{
    /// <summary>A copy makes its accesses in pieces of at most this, so that an invalidation does not wait long for it.</summary>
    private const ulong LargestPiece = 256 << 10;

    private const int AnyWidth = 0b1_0001_0110;
    private const int AtomicWidth = 0b1_0001_0000;

    private readonly GruContext<TSync> context;
    private AtomicRef<TSync, Cbr<TSync>> slot;

    public GruOf(GruContext<TSync> context, Cbr<TSync> cbr)
    {
        this.context = context;
        slot = new(cbr, new("slot", "task", context.Task));
    }

    public override FaultCause TryLoad(ExtendedAddress address, int width, out ulong value) =>
        Execute(address, width, AnyWidth, default(Operations<TSync>.Load), out value);

    public override FaultCause TryStore(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AnyWidth, new Operations<TSync>.Store(value), out _);

    public override FaultCause TryFetchAdd(ExtendedAddress address, int width, ulong value, out ulong old) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.FetchAdd(value), out old);

    public override FaultCause TrySwap(ExtendedAddress address, int width, ulong value, out ulong old) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.Swap(value), out old);

    public override FaultCause TryCompareAndSwap(ExtendedAddress address, int width, ulong expected, ulong value, out ulong old) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.CompareAndSwap(expected, value), out old);

    public override FaultCause TryCopy(ExtendedAddress source, ExtendedAddress destination, ulong bytes, out ulong copied)
    {
        copied = 0;
        if (!AddressMath.IsRange(source.Value, bytes) || !AddressMath.IsRange(destination.Value, bytes)) return FaultCause.BadLength;
        if (slot.Load() is not { } cbr) return FaultCause.TaskGone;
        while (copied < bytes)
        {
            var cause = CopyPiece(cbr, source.Value + copied, destination.Value + copied, bytes - copied, out var piece);
            if (cause != FaultCause.None) return cause;
            copied += piece;
        }

        return FaultCause.None;
    }

    public override FaultCause TryFill(ExtendedAddress destination, ulong bytes, byte value, out ulong filled)
    {
        filled = 0;
        if (!AddressMath.IsRange(destination.Value, bytes)) return FaultCause.BadLength;
        if (slot.Load() is not { } cbr) return FaultCause.TaskGone;
        while (filled < bytes)
        {
            var cause = FillPiece(cbr, destination.Value + filled, bytes - filled, value, out var piece);
            if (cause != FaultCause.None) return cause;
            filled += piece;
        }

        return FaultCause.None;
    }

    public override void Dispose() => slot.Exchange(null)?.Open.Lower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FaultCause Execute<TOperation>(ExtendedAddress address, int width, int widths, TOperation operation, out ulong result)
        where TOperation : struct, IOperation
    {
        Unsafe.SkipInit(out result);
        if ((uint)width > 8 || ((widths >> width) & 1) == 0) return Refuse(FaultCause.BadLength, out result);
        if (((int)address.Value & (width - 1)) != 0) return Refuse(FaultCause.Unaligned, out result);
        if (slot.Load() is not { } cbr) return Refuse(FaultCause.TaskGone, out result);
        return TryHit(cbr, address.Value, width, operation, out result)
            ? FaultCause.None
            : ExecuteSlowly(cbr, address, width, operation, out result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryHit<TOperation>(Cbr<TSync> cbr, ulong address, int width, TOperation operation, out ulong result)
        where TOperation : struct, IOperation
    {
        var active = cbr.Announce();
        var entry = context.Binding?.Find(address, TOperation.Access);
        if (entry is null)
        {
            cbr.Withdraw(active);
            result = 0;
            return false;
        }

        result = operation.Perform(entry.ToMemory(address), width);
        cbr.Withdraw(active);
        return true;
    }

    private FaultCause ExecuteSlowly<TOperation>(Cbr<TSync> cbr, ExtendedAddress address, int width, TOperation operation, out ulong result)
        where TOperation : struct, IOperation
    {
        using var hold = new ContextHold<TSync>(context);
        do
        {
            var cause = FaultPath<TSync>.Resolve(context, cbr, address, TOperation.Access);
            if (cause != FaultCause.None) return Refuse(cause, out result);
        }
        while (!TryHit(cbr, address.Value, width, operation, out result));

        return FaultCause.None;
    }

    private FaultCause CopyPiece(Cbr<TSync> cbr, ulong source, ulong destination, ulong left, out ulong piece)
    {
        if (TryCopyPiece(cbr, source, destination, left, out piece, out var missing, out var access)) return FaultCause.None;
        using var hold = new ContextHold<TSync>(context);
        do
        {
            var cause = FaultPath<TSync>.Resolve(context, cbr, new(missing), access);
            if (cause != FaultCause.None) return cause;
        }
        while (!TryCopyPiece(cbr, source, destination, left, out piece, out missing, out access));

        return FaultCause.None;
    }

    private bool TryCopyPiece(
        Cbr<TSync> cbr, ulong source, ulong destination, ulong left, out ulong piece, out ulong missing, out Access access)
    {
        (piece, missing, access) = (0, source, Access.Read);
        var active = cbr.Announce();
        var binding = context.Binding;
        var from = binding?.Find(source, Access.Read);
        var to = from is null ? null : binding!.Find(destination, Access.Write);
        if (to is null)
        {
            cbr.Withdraw(active);
            if (from is not null) (missing, access) = (destination, Access.Write);
            return false;
        }

        piece = Math.Min(Math.Min(left, LargestPiece), Math.Min(from!.BytesFrom(source), to.BytesFrom(destination)));
        SharedMemory<TSync>.Copy(from.ToMemory(source), to.ToMemory(destination), (long)piece);
        cbr.Withdraw(active);
        return true;
    }

    private FaultCause FillPiece(Cbr<TSync> cbr, ulong destination, ulong left, byte value, out ulong piece)
    {
        if (TryFillPiece(cbr, destination, left, value, out piece)) return FaultCause.None;
        using var hold = new ContextHold<TSync>(context);
        do
        {
            var cause = FaultPath<TSync>.Resolve(context, cbr, new(destination), Access.Write);
            if (cause != FaultCause.None) return cause;
        }
        while (!TryFillPiece(cbr, destination, left, value, out piece));

        return FaultCause.None;
    }

    private bool TryFillPiece(Cbr<TSync> cbr, ulong destination, ulong left, byte value, out ulong piece)
    {
        piece = 0;
        var active = cbr.Announce();
        var to = context.Binding?.Find(destination, Access.Write);
        if (to is null)
        {
            cbr.Withdraw(active);
            return false;
        }

        piece = Math.Min(Math.Min(left, LargestPiece), to.BytesFrom(destination));
        SharedMemory<TSync>.Fill(to.ToMemory(destination), (long)piece, value);
        cbr.Withdraw(active);
        return true;
    }

    private static FaultCause Refuse(FaultCause cause, out ulong result)
    {
        result = 0;
        return cause;
    }
}
