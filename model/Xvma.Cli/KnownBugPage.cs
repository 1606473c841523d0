using System.Globalization;
using System.Text;
using Braid;
using Xvma.Model;
using Xvma.Spec;

namespace Xvma.Cli;

/// <summary>What there is to say of one known bug, as a page of Markdown.</summary>
internal static class KnownBugPage
{
    private static readonly DisplayOptions Layout = new() { Width = 118 };

    /// <summary>The page.</summary>
    /// <param name="run">Its saved schedule.</param>
    /// <param name="file">The file of that, from the root of the repository.</param>
    /// <param name="bounds">What smaller searches come to.</param>
    /// <param name="chapters">The specification, for the clauses it breaks.</param>
    /// <exception cref="KnownBugException">The schedule does not fail.</exception>
    public static string Of(SavedRun run, string file, SmallerBounds bounds, Specification chapters)
    {
        var bug = run.KnownBug!;
        var replay = run.Replay();
        var failure = replay.Failure ?? throw new KnownBugException($"{file} does not fail any more: record it again");
        var report = new FailureReport
        {
            Failure = failure,
            IdentityTitle = Invariant.TitleOf(failure.Identity),
            KnownBug = bug.Name,
            Races = Minimiser.FindRace(run.Program, failure),
        };

        var page = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# {bug.Name}").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"*{bug.Happened}.*").AppendLine()
            .AppendLine("## What happened").AppendLine()
            .AppendLine(bug.Original).AppendLine()
            .AppendLine("As an edit of the production sources:").AppendLine();
        foreach (var edit in bug.Edits)
        {
            page.AppendLine("```diff").AppendLine(CultureInfo.InvariantCulture, $"  {edit.File}");
            foreach (var line in edit.Before) page.AppendLine(CultureInfo.InvariantCulture, $"- {line}");
            foreach (var line in edit.After) page.AppendLine(CultureInfo.InvariantCulture, $"+ {line}");
            page.AppendLine("```").AppendLine();
        }

        page.AppendLine("## What it breaks").AppendLine();
        foreach (var id in bug.Breaks) page.AppendLine(CultureInfo.InvariantCulture, $"- {ClauseLine(id, chapters)}");
        page.AppendLine().AppendLine("## The smallest schedule that shows it").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"`dotnet run -c Release --project model/Xvma.Cli -- replay {file}` shows and replays it.").AppendLine()
            .AppendLine("```text").AppendLine(FailureDisplay.Render(report, Layout).TrimEnd()).AppendLine("```").AppendLine()
            .AppendLine("## Why a smaller bound misses it").AppendLine()
            .AppendLine(bug.Needs).AppendLine()
            .AppendLine(Measured(bounds));
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>What smaller searches came to, in a sentence or two.</summary>
    internal static string Measured(SmallerBounds bounds)
    {
        if (bounds.InOrder is { } ordered) return $"Measured: without store buffers all {TextTable.Count(ordered)} executions pass; with them it fails.";
        if (bounds.Preemptions == 0) return "Measured: it fails without preemption, in one of the orders in which the threads run as wholes.";
        var passing = string.Concat(bounds.Passing.Select((schedules, bound) => $"{AtMost(bound)} all {TextTable.Count(schedules)} schedules pass; "));
        return $"Measured: {passing}{AtMost(bounds.Passing.Count)} {(bounds.Preemptions is null ? "there were more schedules than the time allowed for" : "it fails")}.";
    }

    private static string AtMost(int preemptions) => preemptions switch
    {
        0 => "without preemption",
        1 => "with at most one preemption",
        _ => $"with at most {preemptions.ToString(CultureInfo.InvariantCulture)}",
    };

    private static string ClauseLine(string id, Specification chapters) =>
        ClauseId.TryParse(id, out var parsed) && chapters.Find(parsed) is { } clause
            ? $"[{clause.Id}](../../spec/{clause.Place.File}) {clause.Title}: {clause.Sentence}"
            : id;
}
