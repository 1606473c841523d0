using System.Numerics;
using Xvma.Sync;

namespace Xvma;

/// <summary>A chiplet's fault map (TFM): a bit for each instruction slot of each context, set by a miss, read and cleared by the interrupt handler.</summary>
internal sealed class FaultMap<TSync>(int chiplet, int contexts, int slotsPerContext)
    where TSync : struct, ISync
{
    private const int WordBits = 64;

    private readonly AtomicInt64Array<TSync> words =
        new(((contexts * slotsPerContext) + WordBits - 1) / WordBits, 0, new("fault map", "chiplet", chiplet) { Show = Show });

    public void Set(int context, int slot)
    {
        var bit = (context * slotsPerContext) + slot;
        words.Or(bit / WordBits, 1L << (bit % WordBits));
    }

    public bool IsEmpty()
    {
        for (var word = 0; word < words.Length; word++)
        {
            if (words.Load(word) != 0) return false;
        }

        return true;
    }

    /// <summary>Reads and clears one word: every fault is named to exactly one handler (FLT-2).</summary>
    public FaultBits Take(int word) => new(words.Exchange(word, 0), word * WordBits, slotsPerContext);

    public int Words => words.Length;

    /// <summary>A word in words: the numbers of its bits, as <c>{0, 3}</c>.</summary>
    public static string Show(long word) =>
        "{" + string.Join(", ", Enumerable.Range(0, WordBits).Where(bit => (word >> bit & 1) != 0)) + "}";

    /// <summary>The faults named by a word.</summary>
    internal ref struct FaultBits(long bits, int first, int slotsPerContext)
    {
        private ulong left = (ulong)bits;

        public bool TryNext(out int context, out int slot)
        {
            if (left == 0)
            {
                context = slot = 0;
                return false;
            }

            var bit = first + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            (context, slot) = Math.DivRem(bit, slotsPerContext);
            return true;
        }
    }
}
