using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>docs/xpmem.md: each difference from the public modules names a clause that there is and a test that there is and that is of this clause.</summary>
public sealed class XpmemPageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "xpmem.md");

    private static readonly string[] Rows = [.. File.ReadAllLines(Page).SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|'))];

    private static readonly Specification Specified = Specification.Load();

    private static readonly IReadOnlyList<NamedCheck> Tests = TestSourceCatalogue.OfRepository().Checks;

    [Fact]
    public void Every_difference_names_its_clause_and_a_test_of_it()
    {
        Assert.InRange(Rows.Length, 17, 40);
        Assert.All(Rows, row => Assert.Null(WrongIn(row)));
    }

    [Theory]
    [InlineData("| XPM-8 |", "| XPM-99 |", "no clause is called XPM-99")]
    [InlineData("| XPM-8 |", "| |", "no clause")]
    [InlineData("ManyTests.Nothing_is_pinned", "ManyTests.Nothing_was_pinned", "no test is called ManyTests.Nothing_was_pinned")]
    [InlineData("`ManyTests.Nothing_is_pinned_or_registered_afterwards`", "", "no test")]
    [InlineData("| XPM-8 |", "| XPM-7 |", "is not marked as one of XPM-7")]
    public void A_row_that_names_what_is_not_there_is_told(string instead, string of, string said)
    {
        var row = Assert.Single(Rows, row => row.Contains("Nothing_is_pinned", StringComparison.Ordinal)).Replace(instead, of, StringComparison.Ordinal);

        Assert.Contains(said, WrongIn(row), StringComparison.Ordinal);
    }

    private static string? WrongIn(string row)
    {
        var cells = row.Split('|').Select(cell => cell.Trim()).ToArray();
        if (cells is not ["", _, _, _, var clause, var test, ""]) return $"five cells are a row, and this is not: {row}";
        if (clause.Length == 0) return $"{cells[1]}: no clause";
        if (!ClauseId.TryParse(clause, out var id) || Specified.Find(id) is null) return $"{cells[1]}: no clause is called {clause}";
        if (test.Length == 0) return $"{cells[1]}: no test";
        var name = test.Trim('`');
        var found = Tests.Where(named => named.Check.Name == name).ToList();
        if (found.Count == 0) return $"{cells[1]}: no test is called {name}";
        return found.Exists(named => named.Clauses.Contains(clause)) ? null : $"{cells[1]}: {name} is not marked as one of {clause}";
    }
}
