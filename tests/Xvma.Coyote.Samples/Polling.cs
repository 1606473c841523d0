using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>One polls for a flag and yields; nobody raises it for the wrong one, who polls for ever: no deadlock, no progress.</summary>
internal sealed class Polling<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private AtomicFlag<TSync> flag = new("flag");

    public IScenarioRun Begin() => new SampleRun(() => { }, ("poller", "task", Poll), ("raiser", "interrupt", Raise));

    private void Poll()
    {
        while (!flag.IsRaised) Seam<TSync>.Yield();
    }

    private void Raise()
    {
        if (isRight) flag.Raise();
        else flag.Lower();
    }
}
