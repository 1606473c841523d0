using Xvma.Model;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>A pair read under a sequence number; the wrong reader does not look at the number again.</summary>
internal sealed class SequenceLock<TSync>(bool isRight)
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> sequence = new(0, "sequence");
    private AtomicInt64<TSync> left = new(0, "left");
    private AtomicInt64<TSync> right = new(0, "right");

    public IScenarioRun Begin() => new SampleRun(
        () => SampleRun.Require(left.Load() == 2 && right.Load() == 2, "PAIR", "the last pair is not there"),
        ("writer", "task", Write), ("reader", "task", Read));

    private void Write()
    {
        for (var value = 1; value <= 2; value++)
        {
            sequence.Add(1);
            left.Store(value);
            right.Store(value);
            sequence.Add(1);
        }
    }

    private void Read()
    {
        while (true)
        {
            var before = sequence.Load();
            if (before % 2 == 1)
            {
                sequence.SpinWhileEqual(before);
                continue;
            }

            var (one, other) = (left.Load(), right.Load());
            Seam<TSync>.Fence();
            if (isRight && sequence.Load() != before) continue;
            SampleRun.Require(one == other, "PAIR", $"half of each: {one} and {other}");
            return;
        }
    }
}
