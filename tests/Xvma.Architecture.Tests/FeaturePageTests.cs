using System.Text.RegularExpressions;
using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>docs/features.md: a cell that says yes names a test that there is.</summary>
public sealed partial class FeaturePageTests
{
    private const int Features = 11;

    [Fact]
    public void What_is_there_is_earned_by_tests_that_exist()
    {
        var rows = File.ReadAllText(Path.Combine(Repository.Root, "docs", "features.md")).Split('\n')
            .Select(line => line.Split('|')).Where(cells => cells.Length > 5 && int.TryParse(cells[1], out _)).ToList();
        var tests = TestSourceCatalogue.OfRepository().Checks.Select(named => named.Check.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, Features), rows.Select(cells => int.Parse(cells[1])));
        Assert.All(rows, cells =>
        {
            var earned = Test().Matches(cells[4]).Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(cells[3].Trim() != "not yet", earned.Count > 0);
            Assert.All(earned, name => Assert.True(tests.Contains(name), $"row {cells[1].Trim()}: no test is called {name}"));
        });
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests\\.[A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
