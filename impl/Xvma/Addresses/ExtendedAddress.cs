namespace Xvma;

/// <summary>
/// A 64-bit virtual address, of any kind: what lies beyond the processor's reach is said by an <see cref="AddressLayout"/>.
/// </summary>
/// <param name="Value">The address in bytes; any value is an address.</param>
public readonly record struct ExtendedAddress(ulong Value) : IComparable<ExtendedAddress>
{
    private const int TextLength = 21; // 0x, sixteen digits, three separators

    /// <summary>The highest address there is, 2^64 - 1.</summary>
    public static ExtendedAddress Max { get; } = new(ulong.MaxValue);

    /// <summary>The address <paramref name="bytes"/> higher.</summary>
    /// <exception cref="OverflowException">There is none: a sum that wraps round is a mistake, never an address.</exception>
    public static ExtendedAddress operator +(ExtendedAddress address, ulong bytes) => new(checked(address.Value + bytes));

    /// <summary>The address <paramref name="bytes"/> lower.</summary>
    /// <exception cref="OverflowException">There is none.</exception>
    public static ExtendedAddress operator -(ExtendedAddress address, ulong bytes) => new(checked(address.Value - bytes));

    /// <summary>The bytes from <paramref name="low"/> up to <paramref name="high"/>.</summary>
    /// <exception cref="OverflowException"><paramref name="low"/> is the higher one.</exception>
    public static ulong operator -(ExtendedAddress high, ExtendedAddress low) => checked(high.Value - low.Value);

    /// <summary>Whether the left address is the lower one.</summary>
    public static bool operator <(ExtendedAddress left, ExtendedAddress right) => left.Value < right.Value;

    /// <summary>Whether the left address is the lower one or the same.</summary>
    public static bool operator <=(ExtendedAddress left, ExtendedAddress right) => left.Value <= right.Value;

    /// <summary>Whether the left address is the higher one.</summary>
    public static bool operator >(ExtendedAddress left, ExtendedAddress right) => left.Value > right.Value;

    /// <summary>Whether the left address is the higher one or the same.</summary>
    public static bool operator >=(ExtendedAddress left, ExtendedAddress right) => left.Value >= right.Value;

    /// <summary>Another name for <c>+</c>.</summary>
    public static ExtendedAddress Add(ExtendedAddress address, ulong bytes) => address + bytes;

    /// <summary>Another name for <c>-</c>.</summary>
    public static ExtendedAddress Subtract(ExtendedAddress address, ulong bytes) => address - bytes;

    /// <inheritdoc/>
    public int CompareTo(ExtendedAddress other) => Value.CompareTo(other.Value);

    /// <summary>Sixteen digits in groups of four: <c>0x8000_0000_0000_0040</c>.</summary>
    public override string ToString() => string.Create(TextLength, Value, static (text, value) =>
    {
        text[0] = '0';
        text[1] = 'x';
        for (int at = text.Length - 1, digit = 0; digit < 16; digit++, at--)
        {
            if (digit is 4 or 8 or 12)
                text[at--] = '_';
            text[at] = "0123456789abcdef"[(int)(value & 0xF)];
            value >>= 4;
        }
    });
}
