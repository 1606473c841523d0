using System.Text.RegularExpressions;

namespace Xvma.Spec;

/// <summary>A part of a document that is generated: between <c>&lt;!-- name: about --&gt;</c> and <c>&lt;!-- /name --&gt;</c>, comments that stay.</summary>
public static partial class GeneratedPart
{
    /// <summary>The document with every part of this name replaced.</summary>
    /// <param name="document">Markdown.</param>
    /// <param name="name">The part's name.</param>
    /// <param name="content">What stands there, from what the opening comment says the part is about.</param>
    public static string Replace(string document, string name, Func<string, string> content)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(content);
        return Part().Replace(document, part => part.Groups["name"].Value == name
            ? $"{part.Groups["open"].Value}\n\n{content(part.Groups["about"].Value).Trim('\n')}\n\n<!-- /{name} -->"
            : part.Value);
    }

    /// <summary>What the opening comments of this name say, in order.</summary>
    public static IEnumerable<string> About(string document, string name) =>
        Part().Matches(document).Where(part => part.Groups["name"].Value == name).Select(part => part.Groups["about"].Value);

    [GeneratedRegex(@"^(?<open><!-- (?<name>[a-z]+): (?<about>[^\n]*?) -->)$.*?^<!-- /\k<name> -->$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();
}
