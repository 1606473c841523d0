using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Two locks; the wrong actors take them in opposite orders.</summary>
internal sealed class TwoLocks<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> first = new("first");
    private readonly Mutex<TSync> second = new("second");
    private AtomicInt64<TSync> inside = new(0, "inside");

    public IScenarioRun Begin() => new SampleRun(
        () => SampleRun.Require(inside.Load() == 2, "INSIDE", "not both have been inside"),
        ("forth", "task", () => Both(first, second)), ("back", "task", () => Both(isRight ? first : second, isRight ? second : first)));

    private void Both(Mutex<TSync> outer, Mutex<TSync> inner)
    {
        using var one = outer.Enter();
        using var two = inner.Enter();
        var seen = inside.Load();
        inside.Store(seen + 1);
    }
}
