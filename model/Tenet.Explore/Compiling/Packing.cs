using System.Collections.Immutable;
using System.Numerics;

namespace Tenet.Explore;

/// <summary>Where each cell lies in a packed state: some bits of one of a few 64-bit words.</summary>
internal sealed class Packing
{
    // For how many words there is a worker.
    private static readonly ImmutableArray<int> Widths = [1, 2, 3, 4, 5, 6, 8, 12, 16];

    private readonly Place[] places;

    public Packing(GroundSystem system)
    {
        Count = system.Cells.Count;
        places = new Place[Count];
        Array.Fill(places, new(-1, 0, 0));
        Known = [.. system.Cells.All.Select(cell => system.Cells.Known(cell.Id) ?? -1)];
        var used = new List<int>();
        foreach (var cell in system.Variable)
        {
            var width = BitOperations.Log2((uint)cell.Size - 1) + 1;
            var word = used.FindIndex(bits => bits + width <= 64);
            if (word < 0)
            {
                word = used.Count;
                used.Add(0);
            }

            places[cell.Id] = new(word, used[word], width);
            used[word] += width;
        }

        Words = Widths.FirstOrDefault(width => width >= used.Count);
        if (Words == 0) throw new InstanceException($"{system.Instance.Name}: a state has {used.Sum()} bits, and at most {64 * Widths[^1]} can be explored");
        Bits = used.Sum();
    }

    /// <summary>How many words a state has, at least one.</summary>
    public int Words { get; }

    /// <summary>How many bits of them are used.</summary>
    public int Bits { get; }

    /// <summary>How many cells there are, known ones among them.</summary>
    public int Count { get; }

    /// <summary>The values of the known cells; -1 of those that are packed.</summary>
    public ImmutableArray<int> Known { get; }

    /// <summary>Where the cell lies.</summary>
    public Place this[int cell] => places[cell];

    public void Pack(ReadOnlySpan<int> values, Span<ulong> state)
    {
        state.Clear();
        for (var cell = 0; cell < places.Length; cell++)
        {
            if (places[cell].Word >= 0) state[places[cell].Word] |= (ulong)values[cell] << places[cell].Shift;
        }
    }

    public int[] Unpack(ReadOnlySpan<ulong> state)
    {
        var values = new int[places.Length];
        for (var cell = 0; cell < places.Length; cell++)
        {
            var place = places[cell];
            values[cell] = place.Word < 0 ? Known[cell] : (int)((state[place.Word] >> place.Shift) & place.Ones);
        }

        return values;
    }
}

/// <summary>Some bits of a word.</summary>
internal readonly record struct Place(int Word, int Shift, int Width)
{
    /// <summary>As many ones as it is wide, at the right end.</summary>
    public ulong Ones => (1UL << Width) - 1;

    /// <summary>The bits in the word.</summary>
    public ulong Mask => Ones << Shift;
}
