using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Braid;

/// <summary>256 bits: the SHA-256 of one execution, or the sum of those of a set of executions modulo 2^256.</summary>
/// <remarks>
/// The sum does not depend on an order, and those of two disjoint sets add up to that of their union: it is the additive multiset hash of Clarke,
/// Devadas, van Dijk, Gassend, Suh: "Incremental multiset hash functions and their application to memory integrity checking" (ASIACRYPT 2003).
/// Two different sets have the same sum only if the difference of their members, a sum of independent values each as good as uniform, is 0: by
/// accident that happens with probability 2^-256 for one pair of sets. It does not withstand an adversary who may choose the executions
/// (generalised birthdays), against whom a longer modulus would be needed; there is none here.
/// </remarks>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
public readonly record struct Digest(UInt128 High, UInt128 Low)
{
    private const int HexDigits = 64;

    /// <summary>The SHA-256 of <paramref name="content"/>, read as a number, first byte highest.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, bytes);
        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }

    /// <summary>The sum modulo 2^256.</summary>
    public static Digest operator +(Digest left, Digest right)
    {
        var low = unchecked(left.Low + right.Low);
        return new(unchecked(left.High + right.High + (low < left.Low ? 1u : 0u)), low);
    }

    /// <inheritdoc cref="op_Addition"/>
    public static Digest Add(Digest left, Digest right) => left + right;

    /// <summary>Reads what <see cref="ToString"/> gives: 64 hexadecimal digits in lower case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: HexDigits } || !text.All(letter => char.IsAsciiHexDigitLower(letter))) return false;
        digest = new(Half(text.AsSpan(0, HexDigits / 2)), Half(text.AsSpan(HexDigits / 2)));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x32}{Low:x32}");

    private static UInt128 Half(ReadOnlySpan<char> text) => UInt128.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
