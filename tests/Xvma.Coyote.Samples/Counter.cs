using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Three actors count; the wrong one loads and stores.</summary>
internal sealed class Counter<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> count = new(0, "count");

    public IScenarioRun Begin() => new SampleRun(
        () => SampleRun.Require(count.Load() == 3, "COUNT", $"three have counted to {count.Load()}"),
        ("first", "task", Increment), ("second", "group", Increment), ("third", "interrupt", Increment));

    private void Increment()
    {
        if (isRight) count.Add(1);
        else count.Store(count.Load() + 1);
    }
}
