using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>The wrong one divides by what another has set to zero.</summary>
internal sealed class Throwing<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> divisor = new(1, "divisor");

    public IScenarioRun Begin() => new SampleRun(
        () => { }, ("divider", "task", () => _ = 1 / divisor.Load()), ("setter", "task", () => divisor.Store(isRight ? 2 : 0)));
}
