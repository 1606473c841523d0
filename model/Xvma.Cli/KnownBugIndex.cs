using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>The list of the known bugs that have a page in a folder. What a bug needs is what its page says was measured, so that one page can be written anew without the others.</summary>
internal static partial class KnownBugIndex
{
    /// <summary>The list, as a page of Markdown.</summary>
    /// <exception cref="UsageException">A page cannot be read, or does not say what was measured.</exception>
    public static string Of(string folder)
    {
        var text = new StringBuilder()
            .AppendLine("# Known bugs").AppendLine()
            .AppendLine("Written by `xvma bugs --pages docs/known-bugs`. Each is an edit of a few lines to the production sources, which the checker must find; its page says what happened where it comes")
            .AppendLine("from, what it breaks, shows the smallest schedule, and says why a smaller search passes over it.").AppendLine()
            .AppendLine("| bug | what happens | breaks | preemptions needed |").AppendLine("|---|---|---|---|");
        foreach (var bug in KnownBug.All)
        {
            var path = Path.Combine(folder, $"{bug.Name}.md");
            if (!File.Exists(path)) continue;
            var needed = NeededIn(Read(path)) ?? throw new UsageException($"{path} does not say what was measured; write it again: xvma bugs {bug.Name} --pages {folder}");
            text.AppendLine(CultureInfo.InvariantCulture, $"| [{bug.Name}]({bug.Name}.md) | {bug.Happened} | {string.Join(", ", bug.Breaks)} | {needed} |");
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>How many preemptions a bug needs, or what else: out of the last line of its page (<see cref="KnownBugPage.Measured"/>); null when that does not say.</summary>
    internal static string? NeededIn(string page)
    {
        var measured = page[Math.Max(0, page.LastIndexOf("Measured: ", StringComparison.Ordinal))..].TrimEnd();
        if (measured.StartsWith("Measured: without store buffers ", StringComparison.Ordinal)) return "a store buffer";
        if (measured.StartsWith("Measured: it fails without preemption", StringComparison.Ordinal)) return "0";
        if (Last().Match(measured) is not { Success: true } last) return null;
        var bound = last.Groups["bound"].Value switch
        {
            "" => 0,
            "one" => 1,
            var number => int.Parse(number, CultureInfo.InvariantCulture),
        };
        if (last.Groups["fails"].Success) return bound.ToString(CultureInfo.InvariantCulture);
        return bound == 0 ? "not known" : $"more than {(bound - 1).ToString(CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex("^Measured: .*(?:without preemption|with at most (?<bound>one|[0-9]+)(?: preemption)?) (?:(?<fails>it fails)|there were more schedules than the time allowed for)\\.$")]
    private static partial Regex Last();

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {refused.Message}");
        }
    }
}
