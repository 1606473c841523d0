using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Opposite orders again, but the second lock is only tried: no deadlock; the wrong actors take for granted that trying succeeds.</summary>
internal sealed class PoliteLocks<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> first = new("first");
    private readonly Mutex<TSync> second = new("second");

    public IScenarioRun Begin() => new SampleRun(
        () => { }, ("forth", "task", () => Both(first, second)), ("back", "task", () => Both(second, first)));

    private void Both(Mutex<TSync> outer, Mutex<TSync> inner)
    {
        using var one = outer.Enter();
        var taken = inner.TryEnter(out var two);
        using (two)
        {
            SampleRun.Require(isRight || taken, "TRY", "the other one holds it");
        }
    }
}
