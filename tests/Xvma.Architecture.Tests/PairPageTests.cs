using Xvma.Model;

namespace Xvma.Architecture.Tests;

public sealed class PairPageTests
{
    [Fact]
    public void The_page_has_a_number_for_every_pair_that_there_is()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "pairs.md"));
        var table = page.Split('\n').Where(line => line.StartsWith("| **", StringComparison.Ordinal)).ToList();
        var cells = table.SelectMany(line => line.Split('|')[2..^1]).Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();

        Assert.Equal(2 * PairCatalogue.Operations.Count, table.Count);
        Assert.Equal(PairCatalogue.All.Count, cells.Count);
        Assert.All(cells, cell => Assert.Matches("^[1-9][0-9,]*$", cell));
    }
}
