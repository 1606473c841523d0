using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>One waits for a flag; the wrong other wakes before it raises it.</summary>
internal sealed class WakeUp<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private readonly WaitQueue<TSync> queue = new("queue");
    private AtomicFlag<TSync> flag = new("flag");

    public IScenarioRun Begin() => new SampleRun(
        () => SampleRun.Require(flag.IsRaised, "FLAG", "the flag is down at rest"),
        ("waiter", "task", () => queue.WaitUntil(this, static self => self.flag.IsRaised)), ("waker", "task", Wake));

    private void Wake()
    {
        if (isRight) flag.Raise();
        queue.WakeAll();
        if (!isRight) flag.Raise();
    }
}
