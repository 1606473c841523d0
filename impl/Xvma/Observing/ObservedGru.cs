using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>An instruction slot whose instructions are told to the observer of its cells.</summary>
internal sealed class ObservedGru<TSync>(GruOf<TSync> slot, long task) : Gru
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

    internal override FaultCause Copy(ExtendedAddress source, ExtendedAddress destination, ulong bytes, out ulong copied, out ExtendedAddress at)
    {
        TSync.Tell(new CallView(Operation.Copy, task, slot.Index, source.Value, bytes, destination.Value));
        return End(Operation.Copy, slot.Copy(source, destination, bytes, out copied, out at));
    }

    private void Tell(Operation operation, ExtendedAddress address) => TSync.Tell(new CallView(operation, task, slot.Index, address.Value));

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
