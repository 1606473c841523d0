using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>A message and a flag that one spins on; the wrong sender raises the flag first.</summary>
internal sealed class HandOver<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private AtomicRef<TSync, string> message = new(null, "message");
    private AtomicInt64<TSync> ready = new(0, "ready");

    public IScenarioRun Begin() => new SampleRun(() => { }, ("sender", "task", Send), ("receiver", "task", Receive));

    private void Send()
    {
        if (isRight) message.Store("hello");
        ready.Store(1);
        if (!isRight) message.Store("hello");
    }

    private void Receive()
    {
        ready.SpinWhileEqual(0);
        SampleRun.Require(message.Load() == "hello", "MESSAGE", "ready, and no message");
    }
}
