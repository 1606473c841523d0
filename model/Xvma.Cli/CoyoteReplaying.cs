using Braid;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>Replays a trace of Microsoft Coyote, and hands it over to Braid when asked.</summary>
internal sealed class CoyoteReplaying(Terminal terminal, string path, CoyoteReplaySettings settings, DisplayOptions layout)
{
    public int Run()
    {
        var reading = CoyoteTraceFile.Read(path);
        if (reading.Trace is not { } trace) throw new UsageException(reading.Error!);
        if (!ScenarioCatalogue.TryFind(trace.Scenario, out var scenario)) throw new UsageException($"{path} is a trace of the scenario “{trace.Scenario}”, which there is not");
        var bug = trace.KnownBug is null ? null : Find(trace.KnownBug);
        var work = Directory.CreateTempSubdirectory("xvma-replay-");
        try
        {
            var assemblies = bug is null ? RewrittenAssemblies.Production : WithBug(bug, work.FullName);
            if (settings.ForCoyote is { } folder) WriteForCoyote(assemblies, trace, folder);
            if (settings.IsHandedOver) assemblies = assemblies.Ordered();
            var replay = CoyoteEngine.Replay(new(assemblies, ModelCatalog.TypeName, trace.Scenario, trace.KnownBug), trace);
            return settings.IsHandedOver ? HandOver(scenario, bug, trace, replay) : Show(trace, replay);
        }
        catch (ArgumentException foreign)
        {
            throw new UsageException($"{path}: {foreign.Message}");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private int Show(CoyoteTrace trace, CoyoteReplay replay)
    {
        terminal.Out.WriteLine(replay.Log.TrimEnd());
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{trace.Subject} · {trace.Engine} · {trace.Failure}");
        terminal.Out.WriteLine(replay.Outcome == CoyoteReplayOutcome.Reproduced
            ? "reproduced"
            : $"not reproduced: {replay.Outcome}{(replay.DivergedAtStep is { } step ? $" at step {step}" : "")}{(replay.Reason is { } why ? $", {why}" : "")}");
        return replay.Outcome == CoyoteReplayOutcome.Reproduced ? ExitCode.Ok : ExitCode.Diverged;
    }

    private int HandOver(ScenarioInfo scenario, KnownBug? bug, CoyoteTrace trace, CoyoteReplay replay)
    {
        var program = bug is null ? ScenarioProgram.Factory(scenario.Name, theory: null) : KnownBugChecker.Program(bug);
        var result = Model.Coyote.HandOver.Run(scenario, program, bug, replay);
        if (result.Found is { } found)
        {
            var schedule = Path.Combine(settings.Folder, (bug?.Name ?? scenario.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)) + ".handed-over.json");
            Save(found, schedule);
            terminal.Out.WriteLine(found.Render($"{Check.CommandLine} replay {schedule}", layout).TrimEnd());
            terminal.Out.WriteLine();
        }
        terminal.Out.WriteLine($"{trace.Subject} · {trace.Engine} · {trace.Failure.Kind} {trace.Failure.Identity}");
        terminal.Out.WriteLine(Sentence(result));
        return result.IsHandedOver ? ExitCode.Ok : ExitCode.Diverged;
    }

    private static string Sentence(HandOverResult result) => result.Outcome switch
    {
        HandOverOutcome.SameOrder => $"handed over: the same order of {result.Operations} operations ends in the same failure under Braid",
        HandOverOutcome.NearOrder => $"handed over: {result.Explanation}; with one hand-over moved by a few operations the same failure comes",
        HandOverOutcome.OwnSearch => $"handed over: {result.Explanation}; Braid's own search came to the same failure",
        HandOverOutcome.OtherFailure => $"not handed over: {result.Explanation}",
        _ => $"not handed over: {result.Explanation}",
    };

    private static void Save(FoundFailure found, string schedule)
    {
        try
        {
            ScheduleFile.Write(schedule, found.Saved);
        }
        catch (ScheduleFileException refused)
        {
            throw new UsageException(refused.Message);
        }
    }

    private void WriteForCoyote(RewrittenAssemblies assemblies, CoyoteTrace trace, string folder)
    {
        try
        {
            var (assembly, plain) = ToolFolder.Write(assemblies, trace, folder);
            var tool = Path.Combine(AppContext.BaseDirectory, "coyote-tool", "coyote.dll");
            terminal.Out.WriteLine($"{ToolTest.ScenarioVariable}=\"{trace.Scenario}\" dotnet exec --roll-forward Major {tool} replay {assembly} {plain}");
            terminal.Out.WriteLine();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write to {folder}: {refused.Message}");
        }
    }

    private KnownBug Find(string name) => KnownBug.TryFind(name, out var bug)
        ? bug
        : throw new UsageException($"{path} was recorded with the known bug “{name}”, which there is not");

    private static RewrittenAssemblies WithBug(KnownBug bug, string folder)
    {
        var library = KnownBugCompiler.CompileTo(bug, Path.Combine(folder, "edited"));
        return RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, "rewritten"));
    }
}
