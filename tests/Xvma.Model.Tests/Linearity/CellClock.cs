using Braid;
using Linearity;
using Xvma.Sync;

namespace Xvma.Model.Tests.Linearity;

/// <summary>
/// A clock in a cell: which responses come before which invocations is then part of what is explored. Invocations only read it, so that their order
/// among themselves is not.
/// </summary>
internal sealed class CellClock : IHistoryClock
{
    private AtomicInt64<BraidSync> responses = new(0, "responses");

    public long Read() => responses.Load();

    public long Advance() => responses.Add(1);
}
