using System.Globalization;

namespace Braid;

/// <summary>The page of a failure: what, how found, the columns, the sentences that say why, the line that replays it.</summary>
public static class FailureDisplay
{
    /// <summary>The page, lines ending in LF.</summary>
    public static string Render(FailureReport report, DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(options);
        var glyphs = Glyphs.For(options.Characters);
        List<string> page = [.. Wrapped(Heading(report)), .. Wrapped(Found(report)), "", .. TraceDisplay.Columns(report.Failure, options)];
        var sentences = Explanation.Of(report.Failure).Concat(RaceText.Of(report)).SelectMany(Wrapped).ToList();
        if (sentences.Count > 0) page.AddRange(["", .. sentences]);
        // Never wrapped: it is there to be pasted.
        if (report.ReplayCommand is { } command) page.AddRange(["", glyphs.Clean($"replay   {command}")]);
        return string.Join('\n', page) + "\n";

        IEnumerable<string> Wrapped(string text) => TextWrap.Wrap(glyphs.Clean(text), options.Width);
    }

    private static string Heading(FailureReport report)
    {
        var failure = report.Failure;
        var kind = Words(failure.Kind);
        List<string> parts = [failure.Schedule.Scenario, kind];
        var identity = report.IdentityTitle is { } title ? $"{failure.Identity} {title}" : failure.Identity;
        if (identity != kind && identity != failure.Kind.ToString()) parts.Add(identity);
        return string.Join(" · ", parts);
    }

    private static string Found(FailureReport report)
    {
        var found = report.Failure.FoundAfter == 0 ? "replayed" : $"found after {Count(report.Failure.FoundAfter, "schedule")}";
        if (report.Minimised is { IsReproduced: true } minimised) found += $", minimised to {minimised.After.Visible}";
        return report.KnownBug is { } bug ? $"{found}   (known bug: {bug})" : found;
    }

    internal static string Count(long number, string what) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {what}{(number == 1 ? "" : "s")}";

    /// <summary>The kind in words: <c>lost wakeup</c>.</summary>
    internal static string Words(FailureKind kind) => kind switch
    {
        FailureKind.LostWakeup => "lost wakeup",
        FailureKind.UnhandledException => "unhandled exception",
        FailureKind.NonTermination => "no end within the step bound",
        FailureKind.RuleBroken => "rule broken",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
