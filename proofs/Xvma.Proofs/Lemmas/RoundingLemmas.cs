using static Xvma.Proofs.Logic;
using static Xvma.Proofs.PageCodeLemmas;

namespace Xvma.Proofs;

/// <summary>L3: rounding stays in the region and does not overflow.</summary>
internal static class RoundingLemmas
{
    public static IReadOnlyList<Obligation> All =>
    [
        new("L3/down", ["PGS-4"],
            "Rounding an address of a region down gives the page boundary below it, in the region",
            (ulong first, ulong last, ulong address, int shift) => Implies(
                IsRegion(first, last) && IsShift(shift) && AddressMath.Contains(first, last, address),
                AddressMath.Contains(first, last, AddressMath.RoundDown(address, shift))
                && AddressMath.RoundDown(address, shift) <= address
                && address - AddressMath.RoundDown(address, shift) < AddressMath.PageBytes(shift)
                && AddressMath.IsAligned(AddressMath.RoundDown(address, shift), shift))),

        new("L3/page", ["PGS-4", "PGS-5", "INV-1"],
            "The page of an address of a region lies in the region whole",
            (ulong first, ulong last, ulong address, int shift) => Implies(
                IsRegion(first, last) && IsShift(shift) && AddressMath.Contains(first, last, address),
                AddressMath.Contains(first, last, AddressMath.PageLast(address, shift))
                && AddressMath.Contains(AddressMath.RoundDown(address, shift), AddressMath.PageLast(address, shift), address)
                && AddressMath.Last(AddressMath.RoundDown(address, shift), AddressMath.PageBytes(shift)) == AddressMath.PageLast(address, shift))),

        new("L3/up", ["PGS-4", "MAP-1"],
            "Rounding up, where that is possible, gives the page boundary at or above, and what lies below that is in the region",
            (ulong first, ulong last, ulong address, int shift) => Implies(
                IsRegion(first, last) && IsShift(shift) && AddressMath.Contains(first, last, address) && AddressMath.CanRoundUp(address, shift),
                AddressMath.RoundUp(address, shift) >= address
                && AddressMath.RoundUp(address, shift) - address < AddressMath.PageBytes(shift)
                && AddressMath.IsAligned(AddressMath.RoundUp(address, shift), shift)
                && (AddressMath.RoundUp(address, shift) == address || AddressMath.RoundUp(address, shift) - 1 <= last))),

        new("L3/no-overflow", ["PGS-4"],
            "Rounding up is possible if there is any page boundary at or above, and only then",
            (ulong address, ulong boundary, int shift) => Implies(
                IsShift(shift),
                Implies(boundary >= address && AddressMath.IsAligned(boundary, shift), AddressMath.CanRoundUp(address, shift))
                && Implies(
                    AddressMath.CanRoundUp(address, shift),
                    AddressMath.RoundUp(address, shift) >= address && AddressMath.IsAligned(AddressMath.RoundUp(address, shift), shift)))),

        new("L3/aligned", ["PGS-4", "MAP-2"],
            "An address is aligned if and only if it is a multiple of the page size, and rounding leaves it where it is",
            (ulong address, int shift) => Implies(
                IsShift(shift),
                AddressMath.IsAligned(address, shift) == (address >> shift << shift == address)
                && AddressMath.IsAligned(address, shift) == (AddressMath.RoundDown(address, shift) == address)
                && Implies(AddressMath.IsAligned(address, shift), AddressMath.CanRoundUp(address, shift) && AddressMath.RoundUp(address, shift) == address))),
    ];

    /// <summary>
    /// Whether a range could be a region of a valid layout: from one boundary of the largest page to just below another, or to the top.
    /// </summary>
    public static bool IsRegion(ulong first, ulong last) =>
        first <= last && AddressMath.IsAligned(first, PageSize.MaxShift) && AddressMath.IsAligned(last + 1, PageSize.MaxShift);
}
