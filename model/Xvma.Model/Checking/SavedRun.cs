using Braid;
using Xvma.Spec.Formal;

namespace Xvma.Model;

/// <summary>A saved schedule together with the code it is of: the production library, or that with the known bug it was recorded with.</summary>
public sealed class SavedRun
{

    private SavedRun(SavedSchedule saved, ScenarioInfo scenario, KnownBug? bug, Func<Program> program) =>
        (Saved, Scenario, KnownBug, Program) = (saved, scenario, bug, program);

    /// <summary>The schedule.</summary>
    public SavedSchedule Saved { get; }

    /// <summary>The scenario it is of.</summary>
    public ScenarioInfo Scenario { get; }

    /// <summary>The known bug it was recorded with, or null.</summary>
    public KnownBug? KnownBug { get; }

    /// <summary>Makes instances of what is run.</summary>
    public Func<Program> Program { get; }

    /// <summary>Finds the scenario and the known bug of <paramref name="saved"/>; compiles the bug in.</summary>
    /// <exception cref="KnownBugException">There is no such scenario or bug, or the bug does not apply to the sources any more.</exception>
    public static SavedRun Of(SavedSchedule saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var schedule = saved.Schedule;
        if (!ScenarioCatalogue.TryFind(schedule.Scenario, out var scenario))
            throw new KnownBugException($"it is a schedule of the scenario “{schedule.Scenario}”, which there is not");
        if (saved.KnownBug is null) return new(saved, scenario, null, ScenarioProgram.Factory(scenario.Name, schedule.IsObserved ? XvmaTheory.Theory : null));
        return KnownBug.TryFind(saved.KnownBug, out var bug)
            ? new(saved, scenario, bug, KnownBugChecker.ProgramOf(bug, schedule))
            : throw new KnownBugException($"it was recorded with the known bug “{saved.KnownBug}”, which there is not");
    }

    /// <summary>Where to look beside the steps: the scenario, and the lines that the known bug changes.</summary>
    public IReadOnlyList<(SourceLine Place, string Text)> Places
    {
        get
        {
            List<(SourceLine Place, string Text)> places = [(Scenario.Place, $"scenario: {Scenario.Name}")];
            var sources = EmbeddedText.Sources();
            foreach (var edit in KnownBug?.Edits ?? [])
                if (sources.TryGetValue(edit.File, out var text) && edit.LineIn(text) is > 0 and var line) places.Add((new(edit.File, line, ""), $"known bug: {KnownBug!.Name}"));
            return places;
        }
    }

    /// <summary>Runs it again, past unrelated edits unless <paramref name="options"/> say otherwise.</summary>
    public ReplayResult Replay(ReplayOptions? options = null) => Explorer.Replay(Program, Saved.Schedule, options ?? new() { Mode = ReplayMode.Adapted });
}
