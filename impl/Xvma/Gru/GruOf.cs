using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>An open instruction slot: the path of a hit, and the way to the fault path for the rest.</summary>
internal sealed partial class GruOf<TSync> : Gru
    where TSync : struct, ISync
{
    private const int AnyWidth = 0b1_0001_0110;
    private const int AtomicWidth = 0b1_0001_0000;

    private readonly GruContext<TSync> context;
    private AtomicRef<TSync, Cbr<TSync>> slot;

    public GruOf(GruContext<TSync> context, Cbr<TSync> cbr)
    {
        this.context = context;
        Index = cbr.Index;
        slot = new(cbr, new("slot", "task", context.Task));
    }

    /// <summary>Which of its context's slots it is.</summary>
    public int Index { get; }

    internal override Completion Load(ExtendedAddress address, int width) =>
        Execute(address, width, AnyWidth, default(Operations<TSync>.Load));

    internal override Completion Store(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AnyWidth, new Operations<TSync>.Store(value));

    internal override Completion FetchAdd(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.FetchAdd(value));

    internal override Completion Swap(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.Swap(value));

    internal override Completion CompareAndSwap(ExtendedAddress address, int width, ulong expected, ulong value) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.CompareAndSwap(expected, value));

    internal override Completion FetchAnd(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.FetchCombined<Operations<TSync>.And>(value));

    internal override Completion FetchOr(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.FetchCombined<Operations<TSync>.Or>(value));

    internal override Completion FetchXor(ExtendedAddress address, int width, ulong value) =>
        Execute(address, width, AtomicWidth, new Operations<TSync>.FetchCombined<Operations<TSync>.Xor>(value));

    internal override FaultCause Copy(
        ExtendedAddress source, ExtendedAddress destination, ulong bytes, out ulong copied, out ExtendedAddress at)
    {
        copied = 0;
        at = source;
        if (!AddressMath.IsRange(source.Value, bytes) || !AddressMath.IsRange(destination.Value, bytes)) return FaultCause.BadLength;
        var pieces = new CopyPieces<TSync>(source.Value, destination.Value, bytes);
        var cause = Run(ref pieces, ref at);
        copied = pieces.Done;
        return cause;
    }

    public override FaultCause TryFill(ExtendedAddress destination, ulong bytes, byte value, out ulong filled)
    {
        filled = 0;
        if (!AddressMath.IsRange(destination.Value, bytes)) return FaultCause.BadLength;
        var pieces = new FillPieces<TSync>(destination.Value, bytes, value);
        var at = destination;
        var cause = Run(ref pieces, ref at);
        filled = pieces.Done;
        return cause;
    }

    internal override FaultCause LoadElements(Elements elements, Span<byte> into, out int done, ref ExtendedAddress at) =>
        RunElements(elements, new ElementOperations<TSync>.Load(into), out done, ref at);

    internal override FaultCause StoreElements(Elements elements, ReadOnlySpan<byte> from, out int done, ref ExtendedAddress at) =>
        RunElements(elements, new ElementOperations<TSync>.Store(from), out done, ref at);

    internal override FaultCause SetElements(Elements elements, ulong value, out int done, ref ExtendedAddress at) =>
        RunElements(elements, new ElementOperations<TSync>.Set(value), out done, ref at);

    internal override FaultCause FlushElements(Elements elements, out int done, ref ExtendedAddress at)
    {
        // What a store leaves in the processor's store buffer is all that is not in memory yet: mapped memory has no cache that others do not see.
        Seam<TSync>.Fence();
        return RunElements(elements, default(ElementOperations<TSync>.Touch), out done, ref at);
    }

    public override void Dispose() => slot.Exchange(null)?.Open.Lower();

    /// <summary>The fast path: the entry that the slot's last hit used serves again.</summary>
    /// <remarks>
    /// Looking there first takes the address off the critical path: the processor guesses that the entry serves and reads the memory at once,
    /// where a look-up makes it wait for an index, a reference and a displacement. The entry says itself what it translates, so a wrong guess
    /// is only a longer way.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Completion Execute<TOperation>(ExtendedAddress address, int width, int widths, TOperation operation)
        where TOperation : struct, IOperation
    {
        if ((uint)width > 8 || ((widths >> width) & 1) == 0) return Completion.Of(FaultCause.BadLength);
        if (((int)address.Value & (width - 1)) != 0) return Completion.Of(FaultCause.Unaligned);
        if (slot.Load() is not { } cbr) return Completion.Of(FaultCause.TaskGone);

        var before = cbr.Announce();
        var binding = context.Binding;
        var entry = binding?.At(Cbr<TSync>.LastPlace(before, TOperation.Access));
        if (entry is null || !entry.ServesAtOnce(binding!.AsidsOf(address.Value), address.Value, TOperation.Access))
            return ExecuteElsewhere(cbr, before, binding, entry, address, width, operation);

        var result = operation.Perform(entry.ToMemory(address.Value), width);
        cbr.Withdraw(before);
        return new(result, FaultCause.None);
    }

    /// <summary>The rest of an announced instruction: a hit on memory of another partition or at another place, or a miss.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Completion ExecuteElsewhere<TOperation>(
        Cbr<TSync> cbr, long before, Binding<TSync>? binding, TlbEntry? last, ExtendedAddress address, int width, TOperation operation)
        where TOperation : struct, IOperation
    {
        var place = Cbr<TSync>.LastPlace(before, TOperation.Access);
        Completion result;
        if (last is not null && last.Serves(binding!.AsidsOf(address.Value), address.Value, TOperation.Access))
            result = Perform(cbr, before, binding, last, address.Value, width, operation, place);
        else if (!TryPerform(cbr, before, binding, address.Value, width, operation, ref place, out result))
            return ExecuteSlowly(cbr, address, width, operation, FaultCause.None);
        return result.Cause == FaultCause.None ? result : ExecuteSlowly(cbr, address, width, operation, result.Cause);
    }

    /// <summary>An instruction that has missed, or whose request did not get to the memory: the context is held until it has ended (CTX-6).</summary>
    /// <param name="cbr">Its slot; not announced.</param>
    /// <param name="address">Its operand.</param>
    /// <param name="width">The operand's bytes.</param>
    /// <param name="operation">What it does.</param>
    /// <param name="lost">Why the request did not get there; none when there was no translation.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Completion ExecuteSlowly<TOperation>(Cbr<TSync> cbr, ExtendedAddress address, int width, TOperation operation, FaultCause lost)
        where TOperation : struct, IOperation
    {
        var retries = new Retries<TSync>(context.Counters);
        if (lost != FaultCause.None && !retries.TryAgain(lost)) return Completion.Of(lost);
        using var hold = new ContextHold<TSync>(context);
        var patience = new Patience<TSync>(context.Parts.Options.MissesBeforeTurn);
        try
        {
            while (true)
            {
                var cause = lost == FaultCause.None
                    ? FaultPath<TSync>.Resolve(context, cbr, address, TOperation.Access, ref patience)
                    : FaultCause.None;
                if (cause != FaultCause.None) return Completion.Of(cause);
                var before = cbr.Announce();
                var place = -1;
                var isThere = TryPerform(cbr, before, context.Binding, address.Value, width, operation, ref place, out var result);
                lost = result.Cause;
                if (isThere && (lost == FaultCause.None || !retries.TryAgain(lost))) return result;
            }
        }
        finally
        {
            patience.GiveBack();
        }
    }

    /// <summary>Performs an announced instruction if a translation is there, and withdraws it either way.</summary>
    /// <returns>Whether there was one. It may lead nowhere: then there was no access (PAR-2, PAR-6).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPerform<TOperation>(
        Cbr<TSync> cbr, long before, Binding<TSync>? binding, ulong address, int width, TOperation operation, ref int place, out Completion result)
        where TOperation : struct, IOperation
    {
        if (binding?.Find(address, TOperation.Access, ref place) is not { } entry)
        {
            cbr.Withdraw(before);
            result = default;
            return false;
        }

        result = Perform(cbr, before, binding, entry, address, width, operation, place);
        return true;
    }

    /// <summary>Performs it through a translation, if that leads to its memory, and withdraws it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Completion Perform<TOperation>(
        Cbr<TSync> cbr, long before, Binding<TSync> binding, TlbEntry entry, ulong address, int width, TOperation operation, int place)
        where TOperation : struct, IOperation
    {
        var lost = binding.Reach(entry);
        if (lost != FaultCause.None)
        {
            cbr.Withdraw(before);
            return Completion.Of(lost);
        }

        var result = operation.Perform(entry.ToMemory(address), width);
        cbr.Withdraw(before, TOperation.Access, place);
        return new(result, FaultCause.None);
    }

    private FaultCause RunElements<TOperation>(Elements elements, TOperation operation, out int done, ref ExtendedAddress at)
        where TOperation : struct, IElementOperation, allows ref struct
    {
        var pieces = new ElementPieces<TSync, TOperation>(elements, operation);
        var cause = Run(ref pieces, ref at);
        done = pieces.Done;
        return cause;
    }

    private FaultCause Run<TPieces>(ref TPieces pieces, ref ExtendedAddress at)
        where TPieces : struct, IPieces<TSync>, allows ref struct =>
        slot.Load() is { } cbr ? Piecewise<TSync>.Run(context, cbr, ref pieces, ref at) : FaultCause.TaskGone;
}
