using System.Globalization;
using System.Text;

namespace Xvma.Spec;

/// <summary>The index of clauses and of what checks them, as it stands in the specification's README.</summary>
public static class ClauseIndex
{
    private const string BeginMark = "<!-- index:";
    private const string EndMark = "<!-- /index -->";

    /// <summary>The index in Markdown: clauses by chapter, then scenarios, known bugs and lemmas with the clauses they check.</summary>
    public static string Render(Specification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{specification.Clauses.Length} clauses in {specification.Chapters.Length} chapters.\n");
        foreach (var chapter in specification.Chapters)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### [{chapter.Title}]({chapter.File})\n\n| clause | | checked by |\n|---|---|---|\n");
            foreach (var clause in chapter.Clauses)
                text.Append(CultureInfo.InvariantCulture, $"| {clause.Id} | {clause.Title} | {Summary(clause)} |\n");
        }

        AppendReverse(text, specification, CheckKind.Scenario, "Scenarios");
        AppendReverse(text, specification, CheckKind.KnownBug, "Known bugs");
        AppendReverse(text, specification, CheckKind.Lemma, "Lemmas");
        return text.ToString();
    }

    /// <summary>The same document with its index, the part between the two index comments, replaced.</summary>
    /// <exception cref="FormatException">The document has no place for an index.</exception>
    public static string ReplaceIn(string document, string index)
    {
        ArgumentNullException.ThrowIfNull(document);
        var begin = document.IndexOf(BeginMark, StringComparison.Ordinal);
        var lineEnd = begin < 0 ? -1 : document.IndexOf('\n', begin);
        var end = lineEnd < 0 ? -1 : document.IndexOf(EndMark, lineEnd, StringComparison.Ordinal);
        if (end < 0) throw new FormatException($"The document has no '{BeginMark} … -->' followed by '{EndMark}'.");
        return $"{document[..(lineEnd + 1)]}\n{index}\n{document[end..]}";
    }

    private static string Summary(Clause clause) => clause.CheckedBy.IsEmpty ? "what checks its rules" : string.Join(", ", clause.CheckedBy
        .GroupBy(check => check.Kind)
        .OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} {CheckKindNames.Counted(group.Key, group.Count())}"));

    private static void AppendReverse(StringBuilder text, Specification specification, CheckKind kind, string title)
    {
        var checks = specification.Clauses.SelectMany(clause => clause.CheckedBy).Where(check => check.Kind == kind)
            .Distinct().OrderBy(check => check.Name, StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n| {CheckKindNames.Singular(kind)} | clauses |\n|---|---|\n");
        foreach (var check in checks)
            text.Append(CultureInfo.InvariantCulture, $"| {check.Name} | {string.Join(", ", specification.CheckedBy(check).Select(clause => clause.Id))} |\n");
    }
}
