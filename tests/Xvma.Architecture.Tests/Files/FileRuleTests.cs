using System.Xml.Linq;

namespace Xvma.Architecture.Tests;

public sealed class FileRuleTests
{
    private const int MostLines = 400;

    public static TheoryData<string> Production => [.. Repository.Files("impl", "*.csproj")];

    [Fact]
    public void What_the_seam_wraps_is_banned_beside_it()
    {
        Verify.Nothing(WhatIsNotBanned(Repository.Read("impl/Xvma/Xvma.csproj")));
        Assert.NotEmpty(WhatIsNotBanned("<Project/>"));
        Assert.NotEmpty(WhatIsNotBanned(Repository.Read("impl/Xvma.Sync/Xvma.Sync.csproj")));
    }

    [Theory]
    [InlineData("T:System.Threading.Volatile")]
    [InlineData("T:System.Threading.Interlocked")]
    [InlineData("T:System.Threading.Monitor")]
    [InlineData("T:System.Threading.Lock")]
    [InlineData("T:System.Threading.Thread")]
    [InlineData("T:System.Threading.Tasks.Task")]
    [InlineData("T:System.Diagnostics.Stopwatch")]
    [InlineData("T:System.DateTime")]
    [InlineData("T:System.Random")]
    public void Shared_state_time_and_chance_are_on_the_list(string symbol) => Assert.Contains(
        Repository.Read("impl/BannedSymbols.txt").Split('\n'), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void No_file_of_the_library_lifts_the_ban()
    {
        string[] ways = ["RS0030", "RS0031", "BannedApi"];
        var lifted = Repository.Files("impl", "*.*")
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith("config", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal))
            .Where(path => ways.Any(way => Repository.Read(path).Contains(way, StringComparison.Ordinal)));
        Verify.Nothing(lifted);
        Assert.DoesNotContain(ways[..2], way => Repository.Read(".globalconfig").Contains(way, StringComparison.Ordinal));
        Assert.DoesNotContain(ways[..2], way => Repository.Read(".editorconfig").Contains(way, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Production))]
    public void The_compiler_asks_for_documentation_of_everything_public(string project)
    {
        // With the documentation file on and warnings as errors, a public member without a summary does not compile (CS1591).
        var common = XDocument.Parse(Repository.Read("Directory.Build.props"));
        Assert.Equal("true", common.Descendants("GenerateDocumentationFile").Single().Value);
        Assert.Equal("true", common.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.False(File.Exists(Path.Combine(Repository.Root, "impl", "Directory.Build.props")), "impl/ must not override what all projects have.");

        var text = Repository.Read(project);
        Assert.DoesNotContain("NoWarn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GenerateDocumentationFile", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TreatWarningsAsErrors", text, StringComparison.Ordinal);
        var sources = Repository.Files(Path.GetDirectoryName(project)!, "*.cs").Select(Repository.Read);
        Assert.All(sources, source => Assert.DoesNotContain("CS1591", source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("impl")]
    [InlineData("spec")]
    [InlineData("model")]
    [InlineData("proofs")]
    [InlineData("examples")]
    [InlineData("tests")]
    public void Files_are_small_enough_to_read(string folder) =>
        Verify.Nothing(TooLong(Repository.Files(folder, "*.cs").Select(path => (path, Repository.Read(path)))));

    [Fact]
    public void A_file_too_long_is_noticed()
    {
        var most = string.Concat(Enumerable.Repeat("line\n", MostLines));
        Assert.Equal(["long.cs"], TooLong([("most.cs", most), ("long.cs", most + "line\n")]));
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        where file.Text.Count(letter => letter == '\n') > MostLines
        select file.Path;

    private static IEnumerable<string> WhatIsNotBanned(string project)
    {
        var items = XDocument.Parse(project).Descendants().Select(element => (element.Name.LocalName, Include: (string?)element.Attribute("Include"))).ToList();
        if (!items.Contains(("PackageReference", "Microsoft.CodeAnalysis.BannedApiAnalyzers"))) yield return "the analyzer";
        if (!items.Contains(("AdditionalFiles", "../BannedSymbols.txt"))) yield return "the list";
    }
}
