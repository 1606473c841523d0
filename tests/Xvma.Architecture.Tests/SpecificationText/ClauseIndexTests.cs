using Xvma.Spec;

namespace Xvma.Architecture.Tests;

[Collection(Verify.Documents)]
public sealed class ClauseIndexTests
{
    private const string ReadMe = "spec/README.md";

    [Fact]
    public void The_index_in_the_readme_is_the_one_of_the_chapters()
    {
        var written = Repository.Read(ReadMe);
        var expected = ClauseIndex.ReplaceIn(written, ClauseIndex.Render(Specification.Load()));
        // Whoever rewrites weaves, the index with the rest; the chapters that this assembly was built with are older.
        if (Verify.Rewrites) return;
        Assert.True(expected == written, $"The index in {ReadMe} is stale; run this test with UPDATE_GOLDEN=1.");
    }

    [Fact]
    public void A_stale_index_is_noticed()
    {
        var fresh = ClauseIndex.Render(Specification.Load());
        var stale = ClauseIndex.ReplaceIn(Repository.Read(ReadMe), fresh.Replace("FLT-3", "FLT-4", StringComparison.Ordinal));
        Assert.NotEqual(stale, ClauseIndex.ReplaceIn(stale, fresh));
    }

    [Fact]
    public void A_document_without_a_place_for_the_index_is_refused() =>
        Assert.Throws<FormatException>(() => ClauseIndex.ReplaceIn("# Specification", "index"));

    [Fact]
    public void Every_chapter_is_in_the_reading_order()
    {
        var order = Repository.Read(ReadMe).Split("## How to read a clause")[0];
        Assert.All(Specification.Load().Chapters, chapter => Assert.Contains($"({chapter.File})", order, StringComparison.Ordinal));
    }
}
