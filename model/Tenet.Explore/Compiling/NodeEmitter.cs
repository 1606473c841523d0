using System.Reflection.Emit;

namespace Tenet.Explore;

/// <summary>
/// Writes nodes as machine code to be: branches on words of the state that lie in local variables. Tests that must all hold are one
/// <c>(word &amp; mask) == value</c> for each word.
/// </summary>
internal sealed class NodeEmitter(ILGenerator il, Packing packing, LocalBuilder[] words)
{
    /// <summary>Falls through when the node holds, goes to <paramref name="otherwise"/> when not.</summary>
    public void Require(Node node, Label otherwise) => Jump(node, otherwise, when: false);

    /// <summary>Goes to <paramref name="then"/> when the node holds, falls through when not.</summary>
    public void GoWhen(Node node, Label then) => Jump(node, then, when: true);

    /// <summary>Tests that all cells have these values; goes to <paramref name="otherwise"/> when one has not.</summary>
    public void Require(IEnumerable<(int Cell, int Value)> tests, Label otherwise)
    {
        foreach (var (word, mask, value) in Merge(tests)) Compare(word, mask, value, otherwise, whenEqual: false);
    }

    /// <summary>Puts <paramref name="term"/> into the place of a cell in the local variable of a word after the step, whose bits there are zero.</summary>
    public void Insert(Term term, Place to, LocalBuilder target)
    {
        switch (term)
        {
            case KnownTerm { Known: 0 }:
                break;
            case KnownTerm known:
                il.Emit(OpCodes.Ldloc, target);
                il.Emit(OpCodes.Ldc_I8, (long)((ulong)known.Known << to.Shift));
                il.Emit(OpCodes.Or);
                il.Emit(OpCodes.Stloc, target);
                break;
            case CellTerm cell:
                var from = packing[cell.Cell];
                il.Emit(OpCodes.Ldloc, target);
                il.Emit(OpCodes.Ldloc, words[from.Word]);
                il.Emit(OpCodes.Ldc_I8, (long)from.Mask);
                il.Emit(OpCodes.And);
                Shift(to.Shift - from.Shift);
                il.Emit(OpCodes.Or);
                il.Emit(OpCodes.Stloc, target);
                break;
            case ChoiceTerm choice:
                var (otherwise, end) = (il.DefineLabel(), il.DefineLabel());
                Require(choice.Condition, otherwise);
                Insert(choice.Then, to, target);
                il.Emit(OpCodes.Br, end);
                il.MarkLabel(otherwise);
                Insert(choice.Otherwise, to, target);
                il.MarkLabel(end);
                break;
        }
    }

    private void Shift(int left)
    {
        if (left == 0) return;
        il.Emit(OpCodes.Ldc_I4, Math.Abs(left));
        il.Emit(left > 0 ? OpCodes.Shl : OpCodes.Shr_Un);
    }

    // Goes to the label when the node's truth is `when`, else falls through.
    private void Jump(Node node, Label label, bool when)
    {
        switch (node)
        {
            case TruthNode truth:
                if (truth.Value == when) il.Emit(OpCodes.Br, label);
                break;
            case TestNode test:
                var place = packing[test.Cell];
                Compare(place.Word, place.Mask, (ulong)test.Value << place.Shift, label, when != test.IsNegated);
                break;
            case JunctionNode junction:
                Jump(junction, label, when);
                break;
        }
    }

    private void Jump(JunctionNode junction, Label label, bool when)
    {
        // Either every part can decide to jump (or with when, and without), or all must agree before the jump.
        var deciding = (junction.Kind == JunctionKind.Or) == when;
        var tests = junction.Children.OfType<TestNode>().Where(test => IsMergeable(junction.Kind, test)).Select(test => Merged(junction.Kind, test)).ToList();
        var rest = junction.Children.Where(child => child is not TestNode test || !IsMergeable(junction.Kind, test)).ToList();
        // Of an or, "some test fails" is the negation of "all hold", so it merges too.
        var whenEqual = junction.Kind == JunctionKind.And ? when : !when;
        if (deciding)
        {
            foreach (var (word, mask, value) in Merge(tests)) Compare(word, mask, value, label, whenEqual);
            foreach (var child in rest) Jump(child, label, when);
            return;
        }

        var stay = il.DefineLabel();
        foreach (var (word, mask, value) in Merge(tests)) Compare(word, mask, value, stay, !whenEqual);
        foreach (var child in rest) Jump(child, stay, !when);
        il.Emit(OpCodes.Br, label);
        il.MarkLabel(stay);
    }

    // In an and: cell = value. In an or: cell ≠ value, the negation of what can be merged; a cell of two values says so by its other value.
    private bool IsMergeable(JunctionKind kind, TestNode test) =>
        kind == JunctionKind.And ? !test.IsNegated : test.IsNegated || packing[test.Cell].Width == 1;

    private static (int Cell, int Value) Merged(JunctionKind kind, TestNode test) =>
        (test.Cell, kind == JunctionKind.And || test.IsNegated ? test.Value : 1 - test.Value);

    private IEnumerable<(int Word, ulong Mask, ulong Value)> Merge(IEnumerable<(int Cell, int Value)> tests) => tests
        .GroupBy(test => packing[test.Cell].Word)
        .Select(group => (
            group.Key,
            group.Aggregate(0UL, (mask, test) => mask | packing[test.Cell].Mask),
            group.Aggregate(0UL, (value, test) => value | ((ulong)test.Value << packing[test.Cell].Shift))));

    private void Compare(int word, ulong mask, ulong value, Label label, bool whenEqual)
    {
        il.Emit(OpCodes.Ldloc, words[word]);
        il.Emit(OpCodes.Ldc_I8, (long)mask);
        il.Emit(OpCodes.And);
        // Against zero the processor tests in one instruction.
        if (value == 0 || (value == mask && ulong.IsPow2(mask)))
        {
            il.Emit((value == 0) == whenEqual ? OpCodes.Brfalse : OpCodes.Brtrue, label);
            return;
        }

        il.Emit(OpCodes.Ldc_I8, (long)value);
        il.Emit(whenEqual ? OpCodes.Beq : OpCodes.Bne_Un, label);
    }
}
