using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Braid;

/// <summary>Which part of every search a run explores.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Count">Of how many; at most <see cref="MaxCount"/>.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>The most shards a search is split into.</summary>
    public const int MaxCount = 256;

    /// <summary>The shard that is everything.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>2/8</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Shard shard)
    {
        shard = default;
        if (text?.Split('/') is not [var number, var count]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
            || which < 1 || which > all || all > MaxCount)
            return false;
        shard = new(which, all);
        return true;
    }

    /// <summary>Whether part number <paramref name="index"/> of something, from 0, belongs to this shard.</summary>
    public bool Has(int index) => index % Count == Number - 1;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
