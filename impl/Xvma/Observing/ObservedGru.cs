using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>An instruction slot whose instructions are told to the observer of its cells.</summary>
internal sealed partial class ObservedGru<TSync>(GruOf<TSync> slot, long task) : Gru
    where TSync : struct, ISync
{
    public override FaultCause TryFill(ExtendedAddress destination, ulong bytes, byte value, out ulong filled)
    {
        TSync.Tell(new CallView(Operation.Fill, task, slot.Index, destination.Value, bytes));
        return End(Operation.Fill, slot.TryFill(destination, bytes, value, out filled));
    }

    public override void Dispose() => slot.Dispose();

    internal override Completion Load(ExtendedAddress address, int width)
    {
        Tell(Operation.Load, address);
        return End(Operation.Load, slot.Load(address, width));
    }

    internal override Completion Store(ExtendedAddress address, int width, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.Store(address, width, value));
    }

    internal override Completion FetchAdd(ExtendedAddress address, int width, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.FetchAdd(address, width, value));
    }

    internal override Completion Swap(ExtendedAddress address, int width, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.Swap(address, width, value));
    }

    internal override Completion CompareAndSwap(ExtendedAddress address, int width, ulong expected, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.CompareAndSwap(address, width, expected, value));
    }

    internal override Completion FetchAnd(ExtendedAddress address, int width, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.FetchAnd(address, width, value));
    }

    internal override Completion FetchOr(ExtendedAddress address, int width, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.FetchOr(address, width, value));
    }

    internal override Completion FetchXor(ExtendedAddress address, int width, ulong value)
    {
        Tell(Operation.Store, address);
        return End(Operation.Store, slot.FetchXor(address, width, value));
    }

    internal override FaultCause LoadElements(Elements elements, Span<byte> into, out int done, ref ExtendedAddress at)
    {
        Tell(Operation.LoadVector, elements);
        return End(Operation.LoadVector, slot.LoadElements(elements, into, out done, ref at));
    }

    internal override FaultCause StoreElements(Elements elements, ReadOnlySpan<byte> from, out int done, ref ExtendedAddress at)
    {
        Tell(Operation.StoreVector, elements);
        return End(Operation.StoreVector, slot.StoreElements(elements, from, out done, ref at));
    }

    internal override FaultCause SetElements(Elements elements, ulong value, out int done, ref ExtendedAddress at)
    {
        Tell(Operation.StoreVector, elements);
        return End(Operation.StoreVector, slot.SetElements(elements, value, out done, ref at));
    }

    internal override FaultCause FlushElements(Elements elements, out int done, ref ExtendedAddress at)
    {
        Tell(Operation.LoadVector, elements);
        return End(Operation.LoadVector, slot.FlushElements(elements, out done, ref at));
    }

    internal override FaultCause Copy(ExtendedAddress source, ExtendedAddress destination, ulong bytes, out ulong copied, out ExtendedAddress at)
    {
        TSync.Tell(new CallView(Operation.Copy, task, slot.Index, source.Value, bytes, destination.Value));
        return End(Operation.Copy, slot.Copy(source, destination, bytes, out copied, out at));
    }

    private void Tell(Operation operation, ExtendedAddress address) => TSync.Tell(new CallView(operation, task, slot.Index, address.Value));

    private void Tell(Operation operation, Elements elements)
    {
        var addresses = ImmutableArray.CreateBuilder<ulong>(elements.Count);
        for (var element = 0; element < elements.Count; element++) addresses.Add(elements.AddressOf(element));
        TSync.Tell(new CallView(operation, task, slot.Index, addresses[0], (ulong)elements.Count) { Elements = addresses.MoveToImmutable() });
    }

    private static Completion End(Operation operation, Completion completion)
    {
        End(operation, completion.Cause);
        return completion;
    }

    private static FaultCause End(Operation operation, FaultCause cause)
    {
        TSync.Tell(new ReturnView(operation, XvmaError.None, cause));
        return cause;
    }
}
