using System.CommandLine;
using Xvma.Spec;
using Xvma.Spec.Formal;

namespace Xvma.Cli;

/// <summary><c>xvma spec</c>: the chapters, one clause, or whether the chapters are up to date with the theory.</summary>
internal static class SpecCommand
{
    public static Command Create(Terminal terminal)
    {
        var clause = new Argument<string?>("clause") { Arity = ArgumentArity.ZeroOrOne, Description = "The id of a clause, as FLT-3; without it, all clauses by name." };
        var weave = new Option<string?>("--weave") { HelpName = "FOLDER", Description = "Writes the theory's formulas, diagrams and lists into the chapters of a folder." };
        var verify = new Option<string?>("--verify") { HelpName = "FOLDER", Description = "Only make sure that the chapters of a folder are up to date with the theory.", Hidden = true };
        var command = new Command("spec", "Shows clauses of the specification with their formulas.") { clause, weave, verify };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(verify) is { } verified) return Verify(terminal, verified);
            if (parsed.GetValue(weave) is { } woven) return Weave(terminal, woven);
            return parsed.GetValue(clause) is { } id ? Show(terminal, id) : List(terminal);
        });
        return command;
    }

    private static int List(Terminal terminal)
    {
        var specification = Specification.Load();
        foreach (var chapter in specification.Chapters)
        {
            terminal.Out.WriteLine($"  {chapter.Title}");
            foreach (var clause in chapter.Clauses) terminal.Out.WriteLine($"      {clause}");
        }
        terminal.Out.WriteLine($"  {specification.Clauses.Length} clauses in {specification.Chapters.Length} chapters");
        return ExitCode.Ok;
    }

    private static int Show(Terminal terminal, string text)
    {
        if (!ClauseId.TryParse(text, out var id)) throw new UsageException($"“{text}” is not the id of a clause; an id looks like FLT-3");
        var clause = Specification.Load().Find(id) ?? throw new UsageException($"there is no clause {id} (xvma spec lists them)");
        terminal.Out.WriteLine($"  {clause}");
        terminal.Out.WriteLine($"  {clause.Sentence}");
        if (clause.Formula is { } formula)
        {
            terminal.Out.WriteLine();
            foreach (var line in formula.Split('\n')) terminal.Out.WriteLine(line.Length == 0 ? "" : $"      {line}");
            terminal.Out.WriteLine();
        }
        terminal.Out.WriteLine($"  Why: {clause.Why}");
        if (!clause.CheckedBy.IsEmpty) terminal.Out.WriteLine($"  Checked by: {string.Join(", ", clause.CheckedBy)}");
        terminal.Out.WriteLine($"  spec/{clause.Place.File}, line {clause.Place.Line}");
        return ExitCode.Ok;
    }

    private static int Weave(Terminal terminal, string folder)
    {
        var written = Reading(folder, () => SpecificationFolder.Update(folder, XvmaTheory.Theory));
        terminal.Out.WriteLine(written == 0 ? "  nothing to write: the chapters are up to date" : $"  {written} documents written in {folder}");
        return ExitCode.Ok;
    }

    // For the build, which knows errors by this form.
    private static int Verify(Terminal terminal, string folder)
    {
        var stale = Reading(folder, () => SpecificationFolder.Stale(folder, XvmaTheory.Theory));
        foreach (var document in stale)
        {
            var line = FirstDifference(File.ReadAllText(Path.Combine(folder, document.File)), document.Text);
            terminal.Out.WriteLine($"spec/{document.File}({line}) : error XVMA002: stale: it differs from the theory; UPDATE_GOLDEN=1 dotnet test tests/Xvma.Architecture.Tests rewrites it");
        }
        return stale.IsEmpty ? ExitCode.Ok : ExitCode.Internal;
    }

    private static int FirstDifference(string written, string woven) =>
        1 + written.Split('\n').Zip(woven.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();

    private static T Reading<T>(string folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{folder}: {problem.Message}");
        }
    }
}
