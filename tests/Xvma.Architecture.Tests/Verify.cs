namespace Xvma.Architecture.Tests;

/// <summary>Assertions whose failure can be read whole.</summary>
internal static class Verify
{
    /// <summary>Tests of documents, which may be rewritten, run one after the other.</summary>
    public const string Documents = "documents";

    /// <summary>Whether a run rewrites the files that it otherwise compares with (<c>UPDATE_GOLDEN=1</c>).</summary>
    public static bool Rewrites => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>There is nothing to complain about; otherwise every complaint is in the message, one a line.</summary>
    public static void Nothing(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all.Prepend($"{all.Count} complaints:")));
    }
}
