using System.Linq.Expressions;
using System.Reflection;
using Xvma.Proofs.Il;

namespace Xvma.Proofs;

/// <summary>At least one mutant for each part of each lemma.</summary>
public static class Mutants
{
    /// <summary>All of them, in the order of the obligations.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
    [
        Altered("L1/partition", "the private base counts as hole", () => AddressMath.KindOf(0, 0, 0, 0), "blt.un", "ble.un", 1),
        Altered("L1/valid", "a layout without private addresses is accepted", () => AddressMath.IsLayout(0, 0, 0, 0), "bge.un", "bgt.un"),
        Altered("L1/default", "2^63 counts as private", () => AddressMath.KindOf(0, 0, 0, 0), "blt.un", "ble.un"),
        Altered("L1/sgi", "the first address of the hole counts as the processor's", () => AddressMath.KindOf(0, 0, 0, 0), "bge.un", "bgt.un"),
        new(Lemmas.ObligationById("L2/default"), "the in-tree driver's formula: 512 KB has the code of 256 KB, 8 MB that of 4 MB",
            new AlteredCode(Method(() => PageCodes.CodeOf(0, 0, 0)), IlReader.Read(Method(() => InTreeDriver.CodeOf(0, 0, 0))))),
        Altered("L2/injective", "codes of the second word count down from 8, into those of the first", () => PageCodes.CodeOf(0, 0, 0), "add", "sub"),
        Altered("L2/there-and-back", "the mark of a slot is moved too far", () => PageCodes.FirstSlot(0), "7", "8"),
        Altered("L2/found", "a size counts only if both words have it", () => PageCodes.Has(0, 0, 0), "or", "and"),
        Altered("L2/placed", "placing a size wipes out the others", () => PageCodes.PlaceHigh(0, 0, 0), "or", "and"),
        Altered("L3/down", "the mask is one too large", () => AddressMath.RoundDown(0, 0), "not", "neg"),
        Altered("L3/page", "the last byte of a page is cut off instead of filled in", () => AddressMath.PageLast(0, 0), "or", "and"),
        Altered("L3/up", "rounding up rounds down", () => AddressMath.RoundUp(0, 0), "add", "sub"),
        Altered("L3/no-overflow", "the test for the last boundary is turned round", () => AddressMath.CanRoundUp(0, 0), "cgt.un", "clt.un"),
        Altered("L3/aligned", "the mask is the page size plus one", () => AddressMath.IsAligned(0, 0), "sub", "add"),
        Altered("L4/range", "the last byte is one beyond the end", () => AddressMath.Last(0, 0), "sub", "add"),
        Altered("L4/contains", "a range does not have its first byte", () => AddressMath.Contains(0, 0, 0), "bgt.un", "bge.un"),
        Altered("L4/no-shared-byte", "ranges that share only a last byte pass", () => AddressMath.Overlaps(0, 0, 0, 0), "bgt.un", "bge.un"),
        Altered("L4/shared-byte", "ranges that lie apart do not pass", () => AddressMath.Overlaps(0, 0, 0, 0), "cgt.un", "clt.un"),
        Altered("L5/same-bytes", "the head reaches into the cut", () => MappingMath.HeadLast(0), "sub", "add"),
        Altered("L5/the-cut", "the middle ends with the later of the two ends", () => AddressMath.Lower(0, 0), "blt.un", "bgt.un"),
        Altered("L5/whole-pages", "a cut off a page boundary counts as on it", () => MappingMath.SplitsPage(0, 0, 0, 0, 0), "brfalse", "brtrue", 1),
        Altered("L5/refusals", "an end on a page boundary counts as off it", () => MappingMath.SplitsPage(0, 0, 0, 0, 0), "ceq", "cgt.un"),
        Altered("L5/same-memory", "the tail of a mapping is backed by what lies before its start", () => MappingMath.BackingOffset(0, 0, 0), "sub", "add"),
    ];

    private static Mutant Altered<T>(
        string obligation, string description, Expression<Func<T>> call, string before, string after, int occurrence = 0)
    {
        var alteration = IlAlterations.Of(Method(call), before, after, occurrence);
        return new Mutant(Lemmas.ObligationById(obligation), $"{description} ({alteration})", alteration.ToCode());
    }

    private static MethodInfo Method<T>(Expression<Func<T>> call) => ((MethodCallExpression)call.Body).Method;
}
