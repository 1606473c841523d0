using static Xvma.Proofs.Logic;

namespace Xvma.Proofs;

/// <summary>L4: ranges that are said not to overlap share no byte.</summary>
internal static class RangeLemmas
{
    public static IReadOnlyList<Obligation> All =>
    [
        new("L4/range", ["ADR-5"],
            "A start and a length are a range if and only if there is a byte and the last one is not past the end of the address space",
            (ulong start, ulong length) =>
                AddressMath.IsRange(start, length) == (length != 0 && start <= ulong.MaxValue - (length - 1))
                && Implies(
                    AddressMath.IsRange(start, length),
                    AddressMath.Last(start, length) >= start && AddressMath.Last(start, length) - start == length - 1)),

        new("L4/contains", ["ADR-5"],
            "A range has its first byte, its last and those between, and no others",
            (ulong first, ulong last, ulong address) =>
                AddressMath.Contains(first, last, address) == !(address < first || last < address)),

        new("L4/no-shared-byte", ["MAP-3", "ADR-5", "INV-1"],
            "Two mappings that pass the overlap test share no byte",
            (ulong start, ulong length, ulong otherStart, ulong otherLength, ulong address) => Implies(
                AddressMath.IsRange(start, length) && AddressMath.IsRange(otherStart, otherLength)
                    && !AddressMath.Overlaps(start, AddressMath.Last(start, length), otherStart, AddressMath.Last(otherStart, otherLength)),
                !(AddressMath.Contains(start, AddressMath.Last(start, length), address)
                    && AddressMath.Contains(otherStart, AddressMath.Last(otherStart, otherLength), address)))),

        new("L4/shared-byte", ["MAP-3", "ADR-5"],
            "Two mappings that do not pass it share the bytes from the greater of their firsts to the lower of their lasts",
            (ulong first, ulong last, ulong otherFirst, ulong otherLast, ulong address) => Implies(
                first <= last && otherFirst <= otherLast && AddressMath.Overlaps(first, last, otherFirst, otherLast),
                AddressMath.Upper(first, otherFirst) <= AddressMath.Lower(last, otherLast)
                && AddressMath.Contains(AddressMath.Upper(first, otherFirst), AddressMath.Lower(last, otherLast), address)
                    == (AddressMath.Contains(first, last, address) && AddressMath.Contains(otherFirst, otherLast, address)))),
    ];
}
