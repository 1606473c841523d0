namespace Xvma.Proofs.Smt;

/// <summary>Shifts, whose amount is 32 bits whatever is shifted.</summary>
internal static class Shifts
{
    /// <summary>A shift as IL does it: without a meaning where the amount is not known to be below the number of bits.</summary>
    public static Term Shift(string function, Term value, Term amount) => amount.Bound < (ulong)value.Sort.Bits
        ? Term.Binary(function, value, Term.Resize(amount, value.Sort, Extension.Zero))
        : throw new NotSupportedException($"a shift of {value.Sort} by {amount.Text}, which may be too far");

    /// <summary>A shift as C# does it: by the amount modulo the number of bits.</summary>
    public static Term ShiftModulo(string function, Term value, Term amount) =>
        Shift(function, value, Term.Binary("bvand", amount, Term.Word(amount.Sort, (ulong)value.Sort.Bits - 1)));
}
