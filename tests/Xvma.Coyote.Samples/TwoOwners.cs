using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Two would give memory back; the wrong ones test whether it is gone, then say so.</summary>
internal sealed class TwoOwners<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private const int Bytes = 4096;
    private readonly long page = SharedMemory<TSync>.Reserve(Bytes);
    private AtomicFlag<TSync> isGone = new("gone");

    public IScenarioRun Begin() => new SampleRun(() => { }, ("first", "task", Drop), ("second", "task", Drop));

    private void Drop()
    {
        if (isRight ? !isGone.TryRaise() : isGone.IsRaised) return;
        isGone.Raise();
        SharedMemory<TSync>.Release(page, Bytes);
    }
}
