using System.Text.RegularExpressions;

namespace Tenet.Tests;

/// <summary>Reads the notation of the chapters back, signs at the beginnings of lines included: what is printed must mean what was meant.</summary>
internal sealed partial class LogicParser
{
    private readonly List<(string Text, int Column)> tokens = [];
    private readonly Dictionary<string, Symbol> symbols;
    private readonly Dictionary<string, Literal> literals;
    private readonly List<Variable> scope;
    private int at;
    private int limit = -1;

    private LogicParser(IEnumerable<string> lines, Theory theory, IEnumerable<Variable> free)
    {
        foreach (var line in lines) tokens.AddRange(Token().Matches(line).Select(match => (match.Value, match.Index)));
        symbols = theory.Symbols.Concat(theory.Definitions).ToDictionary(symbol => symbol.Name);
        literals = theory.Sorts.SelectMany(sort => sort.Members.Select((name, index) => (name, new Literal(sort, index)))).ToDictionary();
        scope = [.. free];
    }

    public static Formula Parse(IEnumerable<string> lines, Theory theory, IEnumerable<Variable> free)
    {
        var parser = new LogicParser(lines, theory, free);
        var formula = parser.Implication();
        return parser.at == parser.tokens.Count ? formula : throw new FormatException($"'{parser.tokens[parser.at]}' is left over");
    }

    private string Next => at < tokens.Count && tokens[at].Column > limit ? tokens[at].Text : "";

    private bool Takes(string text)
    {
        if (Next != text) return false;
        at++;
        return true;
    }

    private void Must(string text)
    {
        if (!Takes(text)) throw new FormatException($"'{text}' expected before '{Next}'");
    }

    // An implication implies to the right; beside an equivalence it wants brackets.
    private Formula Implication(bool isImplied = false)
    {
        var left = Disjunction();
        if (Takes("⟶")) return new Implication(left, Implication(isImplied: true));
        if (Next != "⟷") return left;
        at++;
        var right = Disjunction();
        return isImplied || Next is "⟶" or "⟷" ? throw new FormatException("an equivalence beside another sign wants brackets") : new Equality(left, right);
    }

    private Formula Disjunction() => Joined("∨", () => Joined("∧", Comparison, Formulas.And), Formulas.Or);

    private Formula Joined(string sign, Func<Formula> part, Func<ReadOnlySpan<Formula>, Formula> join)
    {
        if (Next is "∧" or "∨") return Bullets();
        var parts = new List<Formula> { part() };
        while (Takes(sign)) parts.Add(part());
        return join(parts.ToArray());
    }

    // A list: each item behind its sign, all signs in one column, items wholly to the right of it.
    private Formula Bullets()
    {
        var (sign, column) = tokens[at];
        var (outer, items) = (limit, new List<Formula>());
        while (at < tokens.Count && tokens[at] == (sign, column))
        {
            at++;
            limit = column;
            items.Add(Implication());
            limit = outer;
        }

        return sign == "∧" ? Formulas.And([.. items]) : Formulas.Or([.. items]);
    }

    private Formula Comparison()
    {
        if (Next is "∧" or "∨") return Bullets();
        var left = Prefix();
        if (Takes("=")) return new Equality(left, Prefix());
        return Takes("≠") ? Formulas.Negate(new Equality(left, Prefix())) : left;
    }

    private Formula Prefix()
    {
        if (Takes("¬")) return Next == "if" ? throw new FormatException("a choice that is negated wants brackets") : Formulas.Negate(Prefix());
        if (Next is "∀" or "∃") return Quantified();
        if (Takes("if"))
        {
            var condition = Implication();
            Must("then");
            var then = Implication();
            Must("else");
            return new Conditional(condition, then, Implication());
        }

        if (!Takes("(")) return Term();
        var outer = limit;
        limit = -1;
        var inner = Implication();
        Must(")");
        limit = outer;
        return inner;
    }

    private Quantified Quantified()
    {
        var kind = tokens[at++].Text == "∀" ? QuantifierKind.All : QuantifierKind.Some;
        var names = new List<string>();
        do names.Add(tokens[at++].Text);
        while (Takes(","));
        Must(".");

        // Names of the library's tests begin with the letter of their sort.
        var variables = names.Select(name => new Variable(name, Sort.Of(name[0] == 'r' ? typeof(Reader) : typeof(Book)))).ToList();
        scope.AddRange(variables);
        var body = Implication();
        scope.RemoveRange(scope.Count - variables.Count, variables.Count);
        return new(kind, [.. variables], body);
    }

    private Formula Term()
    {
        var name = tokens[at++].Text;
        if (literals.TryGetValue(name, out var literal)) return literal;
        if (scope.FindLast(variable => variable.Name == name) is { } variable) return variable;
        var arguments = new List<Formula>();
        if (Takes("("))
        {
            do arguments.Add(Prefix());
            while (Takes(","));
            Must(")");
        }

        return new Application(symbols[name.TrimEnd('′')], [.. arguments], name.EndsWith('′'));
    }

    [GeneratedRegex(@"[\p{L}₂-₉]+′?|[^\s]")]
    private static partial Regex Token();
}
