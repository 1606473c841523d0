using static Xvma.Proofs.Logic;

namespace Xvma.Proofs;

/// <summary>L2: two page sizes never have the same code.</summary>
internal static class PageCodeLemmas
{
    private static readonly ulong DefaultLow = PageSizeTable.Default.LowCodes;
    private static readonly ulong DefaultHigh = PageSizeTable.Default.HighCodes;

    public static IReadOnlyList<Obligation> All =>
    [
        new("L2/default", ["PGS-1", "PGS-2"],
            "Two sizes of the default table with the same code are the same",
            (int shift, int other) => Implies(
                PageCodes.Has(DefaultLow, DefaultHigh, shift) && PageCodes.Has(DefaultLow, DefaultHigh, other) && IsShift(shift) && IsShift(other)
                    && PageCodes.CodeOf(DefaultLow, DefaultHigh, shift) == PageCodes.CodeOf(DefaultLow, DefaultHigh, other),
                shift == other)),

        new("L2/injective", ["PGS-2"],
            "Two sizes of any table with the same code are the same",
            (ulong low, ulong high, int shift, int other) => Implies(
                IsShift(shift) && IsShift(other) && PageCodes.Has(low, high, shift) && PageCodes.Has(low, high, other)
                    && PageCodes.CodeOf(low, high, shift) == PageCodes.CodeOf(low, high, other),
                shift == other)),

        new("L2/there-and-back", ["PGS-2"],
            "The code of a size of any table is one of the sixteen and stands for that size",
            (ulong low, ulong high, int shift) => Implies(
                IsShift(shift) && PageCodes.Has(low, high, shift),
                0 <= PageCodes.CodeOf(low, high, shift) && PageCodes.CodeOf(low, high, shift) < PageCodes.Count
                && PageCodes.ShiftOf(low, high, PageCodes.CodeOf(low, high, shift)) == shift)),

        new("L2/found", ["PGS-2"],
            "A size that has a code is in the table",
            (ulong low, ulong high, int code) => Implies(
                0 <= code && code < PageCodes.Count && PageCodes.ShiftOf(low, high, code) != 0,
                PageCodes.Has(low, high, PageCodes.ShiftOf(low, high, code)))),

        new("L2/placed", ["PGS-2"],
            "A size put in a free place of a table that does not have it gets that code, and no other size loses or changes its own",
            (ulong low, ulong high, int code, int shift, int other) => Implies(
                0 <= code && code < PageCodes.Count && IsShift(shift) && IsShift(other)
                    && PageCodes.ShiftOf(low, high, code) == 0 && !PageCodes.Has(low, high, shift),
                PageCodes.CodeOf(PageCodes.PlaceLow(low, code, shift), PageCodes.PlaceHigh(high, code, shift), shift) == code
                && PageCodes.Has(PageCodes.PlaceLow(low, code, shift), PageCodes.PlaceHigh(high, code, shift), other)
                    == (other == shift || PageCodes.Has(low, high, other))
                && Implies(
                    PageCodes.Has(low, high, other),
                    PageCodes.CodeOf(PageCodes.PlaceLow(low, code, shift), PageCodes.PlaceHigh(high, code, shift), other)
                        == PageCodes.CodeOf(low, high, other)))),
    ];

    /// <summary>Whether a number is the shift of a page size.</summary>
    public static bool IsShift(int shift) => PageSize.MinShift <= shift && shift <= PageSize.MaxShift;
}
