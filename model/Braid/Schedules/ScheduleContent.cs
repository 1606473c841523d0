using System.Globalization;
using System.Text.Json;

namespace Braid;

/// <summary>Converts between what a file holds and its JSON document.</summary>
internal static class ScheduleContent
{
    /// <summary>The whole text of a file, sealed.</summary>
    public static byte[] Write(SavedSchedule saved)
    {
        var schedule = saved.Schedule;
        var document = new ScheduleDocument
        {
            Version = schedule.FormatVersion,
            Scenario = schedule.Scenario,
            KnownBug = saved.KnownBug,
            Engine = schedule.Engine,
            Options = new() { MemoryModel = schedule.MemoryModel, MaxSteps = schedule.MaxSteps, Bounds = saved.Bounds, Machine = saved.Machine, Observed = schedule.IsObserved, Liveness = schedule.Liveness is { } liveness ? LivenessText.Format(liveness) : null },
            Failure = schedule.FailureKind is not { } kind ? null
                : new() { Kind = kind.ToString(), Identity = schedule.FailureIdentity ?? "", Message = saved.FailureMessage },
            Threads = [.. schedule.Threads],
            Decisions = [.. schedule.Decisions.Select(DecisionText.Format)],
            Trace = [.. saved.Picture],
        };
        return ScheduleSeal.Seal(JsonSerializer.SerializeToUtf8Bytes(document, ScheduleJson.Strict.ScheduleDocument));
    }

    /// <summary>Takes a document apart; the answer is null and <paramref name="flaw"/> says why when it makes no sense.</summary>
    public static SavedSchedule? Read(ScheduleDocument document, out string flaw)
    {
        flaw = Flaw(document) ?? "";
        FailureKind? kind = null;
        if (flaw.Length == 0 && document.Failure is { } failure)
        {
            kind = Enum.GetValues<FailureKind>().Cast<FailureKind?>().FirstOrDefault(each => each.ToString() == failure.Kind);
            if (kind is null) flaw = $"there is no failure kind '{failure.Kind}'";
        }
        var decisions = new Decision[document.Decisions.Length];
        for (var i = 0; i < decisions.Length && flaw.Length == 0; i++)
            flaw = DecisionFlaw(document, i, out decisions[i]) ?? "";
        if (flaw.Length > 0) return null;

        return new()
        {
            KnownBug = document.KnownBug,
            Bounds = document.Options.Bounds,
            Machine = document.Options.Machine,
            FailureMessage = document.Failure?.Message ?? "",
            Picture = document.Trace,
            Schedule = new()
            {
                FormatVersion = document.Version,
                Scenario = document.Scenario,
                Engine = document.Engine,
                MemoryModel = document.Options.MemoryModel,
                MaxSteps = document.Options.MaxSteps,
                IsObserved = document.Options.Observed,
                Liveness = document.Options.Liveness is { } text && LivenessText.TryParse(text, out var liveness) ? liveness : null,
                Threads = document.Threads,
                Decisions = decisions,
                FailureKind = kind,
                FailureIdentity = document.Failure?.Identity,
            },
        };
    }

    private static string? Flaw(ScheduleDocument document)
    {
        if (document.Version is < 1 or > Schedule.CurrentFormatVersion) return $"there is no format version {document.Version}";
        if (document.Scenario.Length == 0) return "it names no scenario";
        if (document.Engine.Length == 0) return "it names no engine";
        if (document.Options.MaxSteps < 1) return "its step bound is not positive";
        if (document.Options.Liveness is { } liveness && !LivenessText.TryParse(liveness, out _)) return $"'{liveness}' does not say how loops are watched for";
        if (document.Threads.Length == 0) return "it names no threads";
        return document.Threads.Concat(document.Trace).Concat(document.Decisions).Any(text => text is null) ? "a line of it is null" : null;
    }

    private static string? DecisionFlaw(ScheduleDocument document, int index, out Decision decision)
    {
        var line = document.Decisions[index];
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        if (!DecisionText.TryParse(line, out decision))
            return $"decision {number}, '{line}', is not a thread's index, an operation and its location";
        return decision.Thread < document.Threads.Length ? null
            : $"decision {number}, '{line}', is of thread {decision.Thread}, but there are only {document.Threads.Length}";
    }
}
