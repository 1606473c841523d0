using System.Globalization;

namespace Xvma.Proofs.Smt;

/// <summary>An SMT-LIB sort: <c>Bool</c>, or words of a number of bits.</summary>
/// <param name="Bits">The bits of a word, or 0 for Bool.</param>
public readonly record struct Sort(int Bits)
{
    /// <summary>Truth values.</summary>
    public static Sort Bool { get; }

    /// <summary>Words of 32 bits: <see cref="int"/>, <see cref="uint"/> and enums; on the IL stack also truth values.</summary>
    public static Sort Word32 { get; } = new(32);

    /// <summary>Words of 64 bits: <see cref="ulong"/> and <see cref="long"/>.</summary>
    public static Sort Word64 { get; } = new(64);

    /// <summary>Whether this is <see cref="Bool"/>.</summary>
    public bool IsBool => Bits == 0;

    /// <summary>The sort of a C# type.</summary>
    /// <exception cref="NotSupportedException">None of the sorts stands for the type.</exception>
    public static Sort Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var plain = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        if (plain == typeof(bool))
            return Bool;
        if (plain == typeof(int) || plain == typeof(uint))
            return Word32;
        return plain == typeof(ulong) || plain == typeof(long)
            ? Word64
            : throw new NotSupportedException($"no SMT sort stands for {type}");
    }

    /// <summary>As SMT-LIB writes it.</summary>
    public override string ToString() => IsBool ? "Bool" : string.Create(CultureInfo.InvariantCulture, $"(_ BitVec {Bits})");
}
