using static Xvma.Proofs.Logic;
using static Xvma.Proofs.PageCodeLemmas;

namespace Xvma.Proofs;

/// <summary>L5: the pieces of a mapping that was split have exactly its bytes.</summary>
internal static class SplitLemmas
{
    public static IReadOnlyList<Obligation> All =>
    [
        new("L5/same-bytes", ["MAP-5", "MAP-6"],
            "Of head, middle and tail, a byte of the mapping is in exactly one, and a byte outside it in none",
            (ulong first, ulong last, ulong cutFirst, ulong cutLast, ulong address) => Implies(
                IsCut(first, last, cutFirst, cutLast),
                One(MappingMath.HasHead(first, cutFirst) && AddressMath.Contains(first, MappingMath.HeadLast(cutFirst), address))
                    + One(AddressMath.Contains(MappingMath.MiddleFirst(first, cutFirst), MappingMath.MiddleLast(last, cutLast), address))
                    + One(MappingMath.HasTail(last, cutLast) && AddressMath.Contains(MappingMath.TailFirst(cutLast), last, address))
                == One(AddressMath.Contains(first, last, address)))),

        new("L5/the-cut", ["MAP-5", "MAP-6"],
            "The middle is what the mapping has in the cut, and head and tail, where there are any, have a byte",
            (ulong first, ulong last, ulong cutFirst, ulong cutLast, ulong address) => Implies(
                IsCut(first, last, cutFirst, cutLast),
                AddressMath.Contains(MappingMath.MiddleFirst(first, cutFirst), MappingMath.MiddleLast(last, cutLast), address)
                    == (AddressMath.Contains(first, last, address) && AddressMath.Contains(cutFirst, cutLast, address))
                && Implies(MappingMath.HasHead(first, cutFirst), first <= MappingMath.HeadLast(cutFirst))
                && Implies(MappingMath.HasTail(last, cutLast), MappingMath.TailFirst(cutLast) <= last))),

        new("L5/whole-pages", ["MAP-2", "MAP-7", "INV-1"],
            "The pieces of a mapping that the cut splits no page of are of whole pages",
            (ulong first, ulong last, ulong cutFirst, ulong cutLast, int shift) => Implies(
                IsCut(first, last, cutFirst, cutLast) && IsShift(shift)
                    && AddressMath.IsAligned(first, shift) && AddressMath.IsAligned(last + 1, shift)
                    && !MappingMath.SplitsPage(first, last, cutFirst, cutLast, shift),
                Implies(MappingMath.HasHead(first, cutFirst), AddressMath.IsAligned(MappingMath.HeadLast(cutFirst) + 1, shift))
                && AddressMath.IsAligned(MappingMath.MiddleFirst(first, cutFirst), shift)
                && AddressMath.IsAligned(MappingMath.MiddleLast(last, cutLast) + 1, shift)
                && Implies(MappingMath.HasTail(last, cutLast), AddressMath.IsAligned(MappingMath.TailFirst(cutLast), shift)))),

        new("L5/refusals", ["MAP-7"],
            "A cut is said to split a page if and only if one of the mapping's pages has bytes on both sides of an end of it",
            (ulong first, ulong last, ulong cutFirst, ulong cutLast, int shift) => Implies(
                IsCut(first, last, cutFirst, cutLast) && IsShift(shift)
                    && AddressMath.IsAligned(first, shift) && AddressMath.IsAligned(last + 1, shift),
                MappingMath.SplitsPage(first, last, cutFirst, cutLast, shift)
                == ((AddressMath.Contains(first, last, cutFirst) && AddressMath.RoundDown(cutFirst, shift) != cutFirst)
                    || (AddressMath.Contains(first, last, cutLast) && AddressMath.PageLast(cutLast, shift) != cutLast)))),

        new("L5/same-memory", ["MAP-5", "MAP-6"],
            "Every byte of a piece is backed by what backed it before the split",
            (ulong offset, ulong first, ulong piece, ulong address) =>
                MappingMath.BackingOffset(MappingMath.BackingOffset(offset, first, piece), piece, address)
                    == MappingMath.BackingOffset(offset, first, address)
                && MappingMath.BackingOffset(offset, first, address) - offset == address - first),
    ];

    private static bool IsCut(ulong first, ulong last, ulong cutFirst, ulong cutLast) =>
        first <= last && cutFirst <= cutLast && AddressMath.Overlaps(first, last, cutFirst, cutLast);
}
