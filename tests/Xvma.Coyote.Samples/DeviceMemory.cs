using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Two add to a word of mapped memory, fenced asymmetrically for good measure; the wrong ones load and store.</summary>
internal sealed class DeviceMemory<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private const int Bytes = 4096;
    private readonly long page = SharedMemory<TSync>.Reserve(Bytes);

    public IScenarioRun Begin() => new SampleRun(AtRest, ("first", "task", Add), ("second", "task", Add));

    private void Add()
    {
        Seam<TSync>.FenceLight();
        if (isRight) SharedMemory<TSync>.FetchAdd(page, 8, 1);
        else SharedMemory<TSync>.Store(page, 8, SharedMemory<TSync>.Load(page, 8) + 1);
        Seam<TSync>.FenceHeavy();
    }

    private void AtRest()
    {
        var sum = SharedMemory<TSync>.Load(page, 8);
        SharedMemory<TSync>.Release(page, Bytes);
        SampleRun.Require(sum == 2, "SUM", $"two have added to {sum}");
    }
}
