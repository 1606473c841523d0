namespace Xvma;

/// <summary>A range of one or more bytes, which may end at the very top of the address space (its last byte is 2^64 - 1) (ADR-5).</summary>
/// <remarks>
/// <c>default</c> is the one range of no bytes: it contains and overlaps nothing, no constructor makes it and nothing can be mapped there.
/// The whole address space (2^64 bytes) is not a range, since its length is not a number of 64 bits.
/// </remarks>
public readonly record struct AddressRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="start">The first byte.</param>
    /// <param name="length">Its bytes; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is 0, or goes past 2^64.</exception>
    public AddressRange(ExtendedAddress start, ulong length)
    {
        if (!AddressMath.IsRange(start.Value, length))
            throw new ArgumentOutOfRangeException(nameof(length), length, $"no range of this length starts at {start}");
        Start = start;
        Length = length;
    }

    /// <summary>The first byte.</summary>
    public ExtendedAddress Start { get; }

    /// <summary>The bytes in it.</summary>
    public ulong Length { get; }

    /// <summary>The last byte: a range has no end beyond it, since that may be 2^64.</summary>
    public ExtendedAddress Last => new(AddressMath.Last(Start.Value, Length));

    /// <summary>Whether this is <c>default</c>, the range of no bytes.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Makes a range, or says that there is none: the length is 0 or goes past 2^64.</summary>
    public static bool TryCreate(ExtendedAddress start, ulong length, out AddressRange range)
    {
        var valid = AddressMath.IsRange(start.Value, length);
        range = valid ? new AddressRange(start, length) : default;
        return valid;
    }

    /// <summary>The range from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="last"/> is below <paramref name="first"/>, or the range is all 2^64 bytes.
    /// </exception>
    public static AddressRange Between(ExtendedAddress first, ExtendedAddress last)
    {
        if (last < first)
            throw new ArgumentOutOfRangeException(nameof(last), last, $"no range from {first} ends there");
        return new AddressRange(first, unchecked(last.Value - first.Value + 1));
    }

    /// <summary>Whether the address is one of its bytes.</summary>
    public bool Contains(ExtendedAddress address) => Length != 0 && AddressMath.Contains(Start.Value, Last.Value, address.Value);

    /// <summary>Whether every byte of <paramref name="other"/>, which has at least one, is one of its bytes.</summary>
    public bool Contains(AddressRange other) => other.Length != 0 && Contains(other.Start) && Contains(other.Last);

    /// <summary>Whether the two share a byte.</summary>
    public bool Overlaps(AddressRange other) =>
        Length != 0 && other.Length != 0 && AddressMath.Overlaps(Start.Value, Last.Value, other.Start.Value, other.Last.Value);

    /// <summary>The bytes the two share, or false if there are none.</summary>
    public bool TryIntersect(AddressRange other, out AddressRange common)
    {
        var any = Overlaps(other);
        common = any
            ? Between(
                new(AddressMath.Upper(Start.Value, other.Start.Value)),
                new(AddressMath.Lower(Last.Value, other.Last.Value)))
            : default;
        return any;
    }

    /// <summary>Start and length: <c>0x8000_0000_0000_0000 64 KB</c>.</summary>
    public override string ToString() => $"{Start} {ByteUnits.Text(Length)}";
}
