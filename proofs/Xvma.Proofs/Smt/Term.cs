using System.Globalization;

namespace Xvma.Proofs.Smt;

/// <summary>An SMT-LIB term, with the little about its value that keeps translated code readable.</summary>
public sealed class Term
{
    private Term(Sort sort, string text)
    {
        Sort = sort;
        Text = text;
    }

    private Term? negated;

    /// <summary>True.</summary>
    public static Term True { get; } = new(Sort.Bool, "true");

    /// <summary>False.</summary>
    public static Term False { get; } = new(Sort.Bool, "false");

    /// <summary>The sort.</summary>
    public Sort Sort { get; }

    /// <summary>As SMT-LIB writes it.</summary>
    public string Text { get; }

    /// <summary>The value, of a word that is a constant.</summary>
    public ulong? Constant { get; private init; }

    /// <summary>A bound the word never exceeds, where one is known: what masks a shift amount.</summary>
    public ulong? Bound { get; private init; }

    /// <summary>The truth value this word stands for (1 or 0), if it is one: the IL stack has no other truth values.</summary>
    public Term? Condition { get; private init; }

    /// <summary>A named value: a parameter or a declared constant.</summary>
    public static Term Named(Sort sort, string name) => new(sort, name);

    /// <summary>A constant word, cut to its bits.</summary>
    public static Term Word(Sort sort, ulong value)
    {
        var cut = sort.Bits == 64 ? value : value & ((1UL << sort.Bits) - 1);
        var digits = cut.ToString($"x{sort.Bits / 4}", CultureInfo.InvariantCulture);
        return new(sort, $"#x{digits}") { Constant = cut, Bound = cut };
    }

    /// <summary>The word 1 or 0 that stands for a truth value.</summary>
    public static Term WordOf(Term condition) =>
        new(Sort.Word32, $"(ite {condition.Text} #x00000001 #x00000000)") { Condition = condition, Bound = 1 };

    /// <summary>The truth value a word stands for: that it is not 0.</summary>
    public static Term TruthOf(Term term)
    {
        if (term.Sort.IsBool)
            return term;
        if (term.Constant is { } constant)
            return constant != 0 ? True : False;
        return term.Condition ?? Not(Same(term, Word(term.Sort, 0)));
    }

    /// <summary>An application of a function of a known result.</summary>
    public static Term Apply(Sort result, string function, params ReadOnlySpan<Term> arguments)
    {
        if (arguments.IsEmpty)
            return new(result, function);
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = arguments[i].Text;
        return new(result, $"({function} {string.Join(' ', texts)})");
    }

    /// <summary>Arithmetic on two words of the same bits; <c>bvand</c> with a constant is bounded by it.</summary>
    public static Term Binary(string function, Term left, Term right)
    {
        RequireSameSort(left, right);
        return new(left.Sort, $"({function} {left.Text} {right.Text})")
        {
            Bound = function == "bvand" ? right.Constant ?? left.Constant : null,
        };
    }

    /// <summary>A comparison of two words of the same bits.</summary>
    public static Term Compare(string function, Term left, Term right)
    {
        RequireSameSort(left, right);
        return new(Sort.Bool, $"({function} {left.Text} {right.Text})");
    }

    /// <summary>Whether two terms of the same sort are the same.</summary>
    public static Term Same(Term left, Term right)
    {
        if (left.Condition is { } condition && right.Constant is { } constant && constant <= 1)
            return constant == 1 ? condition : Not(condition);
        RequireSameSort(left, right);
        return new(Sort.Bool, $"(= {left.Text} {right.Text})");
    }

    /// <summary>Negation.</summary>
    public static Term Not(Term term) =>
        ReferenceEquals(term, True) ? False : ReferenceEquals(term, False) ? True
        : term.negated ?? new(Sort.Bool, $"(not {term.Text})") { negated = term };

    /// <summary>One of two terms of the same sort.</summary>
    public static Term Choose(Term condition, Term then, Term otherwise)
    {
        // Short-circuit operators compile to branches that end in constants: written back as what they were.
        if (ReferenceEquals(otherwise, False))
            return ReferenceEquals(then, True) ? condition : Apply(Sort.Bool, "and", condition, then);
        if (ReferenceEquals(then, False))
            return ReferenceEquals(otherwise, True) ? Not(condition) : Apply(Sort.Bool, "and", Not(condition), otherwise);
        if (ReferenceEquals(then, True))
            return Apply(Sort.Bool, "or", condition, otherwise);
        if (ReferenceEquals(otherwise, True))
            return Apply(Sort.Bool, "or", Not(condition), then);
        RequireSameSort(then, otherwise);
        return new(then.Sort, $"(ite {condition.Text} {then.Text} {otherwise.Text})");
    }

    /// <summary>A word cut or extended to other bits.</summary>
    public static Term Resize(Term term, Sort sort, Extension extension)
    {
        var bits = term.Sort.Bits;
        if (bits == sort.Bits)
            return term;
        if (term.Constant is { } constant)
        {
            var isNegative = extension == Extension.Sign && bits < 64 && (constant >> (bits - 1)) != 0;
            return Word(sort, isNegative ? constant | (ulong.MaxValue << bits) : constant);
        }

        var function = sort.Bits < bits
            ? string.Create(CultureInfo.InvariantCulture, $"(_ extract {sort.Bits - 1} 0)")
            : string.Create(CultureInfo.InvariantCulture, $"(_ {(extension == Extension.Sign ? "sign" : "zero")}_extend {sort.Bits - bits})");
        return new(sort, $"({function} {term.Text})") { Bound = sort.Bits > bits && extension == Extension.Zero ? term.Bound : null };
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static void RequireSameSort(Term left, Term right)
    {
        if (left.Sort != right.Sort)
            throw new NotSupportedException($"{left.Text} is of {left.Sort}, {right.Text} of {right.Sort}");
    }
}
