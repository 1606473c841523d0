using System.Text.RegularExpressions;
using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>The tests, read from their sources: facts and theories by class, with the clauses in their traits.</summary>
internal sealed partial class TestSourceCatalogue(IEnumerable<(string Path, string Text)> sources) : ICheckCatalogue
{
    public IReadOnlyList<NamedCheck> Checks { get; } = [.. sources.SelectMany(source => Read(source.Path, source.Text))];

    public static TestSourceCatalogue OfRepository() =>
        new(Repository.Files("tests", "*.cs").Select(path => (path, Repository.Read(path))));

    private static IEnumerable<NamedCheck> Read(string path, string text)
    {
        var code = StringsOfManyLines().Replace(text, "\"\"");
        var classes = Class().Matches(code);
        foreach (Match method in Method().Matches(code))
        {
            // The class whose declaration comes last before the method; test classes are not nested in one another.
            var owner = classes.LastOrDefault(candidate => candidate.Index < method.Index);
            if (owner is null) continue;
            var claims = Trait().Matches(owner.Value).Concat(Trait().Matches(method.Value)).Select(trait => trait.Groups["clause"].Value);
            yield return new(
                new(CheckKind.Test, $"{owner.Groups["name"].Value}.{method.Groups["name"].Value}"),
                [.. claims.SelectMany(claim => claim.Split(',', StringSplitOptions.TrimEntries)).Distinct()],
                path);
        }
    }

    [GeneratedRegex("\"\"\".*?\"\"\"", RegexOptions.Singleline)]
    private static partial Regex StringsOfManyLines();

    [GeneratedRegex(@"(?:^\[[^\n]*\]\s*\n)*^public\s+(?:(?:sealed|abstract|static|partial)\s+)*class\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"(?:^[ \t]+\[[^\n]*\]\s*\n)*^[ \t]+\[(?:Fact|Theory)\b[^\n]*\]\s*\n(?:^[ \t]+\[[^\n]*\]\s*\n)*^[ \t]+public\s+(?:(?:static|async)\s+)*[\w<>]+\s+(?<name>\w+)\s*(?:<[^>]*>)?\(", RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex("""\[[^\]\n]*\bTrait\("Clause",\s*"(?<clause>[^"]*)"\)""")]
    private static partial Regex Trait();
}
