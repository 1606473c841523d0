using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>Replays a trace of Microsoft Coyote.</summary>
internal static class CoyoteReplaying
{
    public static int Replay(Terminal terminal, string path)
    {
        var reading = CoyoteTraceFile.Read(path);
        if (reading.Trace is not { } trace) throw new UsageException(reading.Error!);
        if (!ScenarioCatalogue.TryFind(trace.Scenario, out _)) throw new UsageException($"{path} is a trace of the scenario “{trace.Scenario}”, which there is not");
        var work = Directory.CreateTempSubdirectory("xvma-replay-");
        try
        {
            var assemblies = trace.KnownBug is null ? RewrittenAssemblies.Production : WithBug(trace.KnownBug, path, work.FullName);
            var replay = CoyoteEngine.Replay(new(assemblies, ModelCatalog.TypeName, trace.Scenario, trace.KnownBug), trace);
            terminal.Out.WriteLine(replay.Log.TrimEnd());
            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"{trace.Subject} · {trace.Engine} · {trace.Failure}");
            terminal.Out.WriteLine(replay.Outcome == CoyoteReplayOutcome.Reproduced
                ? "reproduced"
                : $"not reproduced: {replay.Outcome}{(replay.DivergedAtStep is { } step ? $" at step {step}" : "")}{(replay.Reason is { } why ? $", {why}" : "")}");
            return replay.Outcome == CoyoteReplayOutcome.Reproduced ? ExitCode.Ok : ExitCode.Diverged;
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

    private static RewrittenAssemblies WithBug(string name, string path, string folder)
    {
        if (!KnownBug.TryFind(name, out var bug)) throw new UsageException($"{path} was recorded with the known bug “{name}”, which there is not");
        var library = new KnownBugCompiler().CompileTo(bug, Path.Combine(folder, "edited"));
        return RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, "rewritten"));
    }
}
