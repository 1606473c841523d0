using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>A count under a reader-writer lock; the wrong ones count while they only read. One reader tries and goes away.</summary>
internal sealed class Readers<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private readonly ReaderWriterLock<TSync> guard = new("guard");
    private AtomicInt64<TSync> count = new(0, "count");

    public IScenarioRun Begin() => new SampleRun(
        () => SampleRun.Require(count.Load() == 2, "COUNT", $"two have counted to {count.Load()}"),
        ("first", "task", Increment), ("second", "task", Increment), ("third", "interrupt", TryLook));

    private void Increment()
    {
        if (isRight)
        {
            using var held = guard.EnterWrite();
            count.Store(count.Load() + 1);
        }
        else
        {
            using var held = guard.EnterRead();
            count.Store(count.Load() + 1);
        }
    }

    private void TryLook()
    {
        if (!guard.TryEnterRead(out var held)) return;
        using (held)
        {
            var before = count.Load();
            SampleRun.Require(!isRight || count.Load() == before, "COUNT", "the count changed under a reader");
        }
    }
}
