namespace Tenet.Tests;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(15)]
    public void What_is_printed_means_what_was_meant(int width)
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var random = new RandomFormulas(seed);
            var formula = random.Formula(4);
            var lines = FormulaText.Lines(formula, width);
            var read = LogicParser.Parse(lines, LendingLibrary.Theory, random.Free);
            Assert.True(Alike(formula, read, []), $"seed {seed}, width {width}:\n{string.Join('\n', lines)}\nis read as\n{read}");
        }
    }

    [Fact]
    public void Every_bracket_is_needed()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var random = new RandomFormulas(seed);
            var formula = random.Formula(3);
            var text = formula.ToString();
            for (var open = 0; open < text.Length; open++)
            {
                if (text[open] != '(' || (open > 0 && (char.IsLetter(text[open - 1]) || text[open - 1] == '′'))) continue;
                var changed = text.Remove(Matching(text, open), 1).Remove(open, 1);
                Assert.False(MeansTheSame(formula, changed, random), $"seed {seed}: {text}\nneeds fewer brackets: {changed}");
            }
        }
    }

    private static bool MeansTheSame(Formula formula, string text, RandomFormulas random)
    {
        try
        {
            return Alike(formula, LogicParser.Parse([text], LendingLibrary.Theory, random.Free), []);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static int Matching(string text, int open)
    {
        var depth = 0;
        for (var index = open; ; index++)
        {
            if (text[index] == '(') depth++;
            if (text[index] == ')' && --depth == 0) return index;
        }
    }

    /// <summary>Whether two formulas are one but for the identity of bound variables.</summary>
    private static bool Alike(Formula a, Formula b, Dictionary<Variable, Variable> bound)
    {
        if (a is Quantified first && b is Quantified second)
        {
            if (first.Kind != second.Kind || first.Variables.Length != second.Variables.Length) return false;
            for (var index = 0; index < first.Variables.Length; index++) bound[first.Variables[index]] = second.Variables[index];
        }

        return (a, b) switch
        {
            (Variable x, Variable y) => bound.GetValueOrDefault(x, x) == y,
            (Literal x, Literal y) => x.Sort == y.Sort && x.Index == y.Index,
            (Application x, Application y) when x.Symbol != y.Symbol || x.IsPrimed != y.IsPrimed => false,
            (Junction x, Junction y) when x.Kind != y.Kind => false,
            _ => a.GetType() == b.GetType() && Formulas.Children(a).Length == Formulas.Children(b).Length
                && Formulas.Children(a).Zip(Formulas.Children(b)).All(pair => Alike(pair.First, pair.Second, bound)),
        };
    }
}
