#pragma warning disable CA1822, CA1823, IDE0044, IDE0051, CS0169, CS0649 // Every member here is wrong on purpose.
using Xvma.Sync;

namespace Xvma.Architecture.Tests;

/// <summary>What the rule for cells must find: one mistake a member.</summary>
internal sealed class BadCells
{
    private readonly AtomicInt64<NativeSync> readOnly = new(0, "read only");
    private AtomicInt64<NativeSync> good;
    private List<AtomicFlag<NativeSync>>? handsOutCopies;
    private Pair readWrite;

    public AtomicRef<NativeSync, string> Property
    {
        set => _ = value.Load();
    }

    public AtomicFlag<NativeSync> Returned() => default;

    public long Taken(AtomicInt64<NativeSync> cell) => cell.Load();

    public long TakenReadOnly(in AtomicInt64<NativeSync> cell) => good.Load();

    public long Local()
    {
        var copy = good;
        return copy.Add(1) + copy.Load();
    }

    public long TakenInside(Pair pair) => pair.Second.Load();

    public long AllRight(ref AtomicInt64<NativeSync> cell) => cell.Load() + readWrite.Second.Load() + good.Load();

    internal struct Pair
    {
        public long First;
        public AtomicInt64<NativeSync> Second;
    }
}
