using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Two use memory and the last one gives it back; the wrong ones drop their reference before they are through.</summary>
internal sealed class LastUser<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private const int Bytes = 8192;
    private readonly long pages = SharedMemory<TSync>.Reserve(Bytes);
    private AtomicInt64<TSync> users = new(2, "users");

    public IScenarioRun Begin() => new SampleRun(() => { }, ("first", "task", () => Use(0)), ("second", "task", () => Use(4096)));

    private void Use(int offset)
    {
        if (isRight) SharedMemory<TSync>.Fill(pages + offset, 16, 0xA5);
        var left = users.Add(-1);
        if (!isRight) _ = SharedMemory<TSync>.Load(pages + offset, 8);
        if (left == 0) SharedMemory<TSync>.Release(pages, Bytes);
    }
}
