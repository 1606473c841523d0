using System.Globalization;
using Braid;

namespace Xvma.Cli;

/// <summary>Walks through the recorded states of a replay: a command a line, from a person or a pipe.</summary>
internal sealed class ReplayStepper
{
    private const string Help = "n or nothing: next · p: previous · a number, or goto NUMBER: that step · cells [WORDS]: the state, or what of it has these words · h: this · q: quit";

    private readonly Terminal terminal;
    private readonly ReplayResult replay;
    private readonly StateTimeline timeline;
    private readonly List<StepRecord> steps;
    private int at;

    public ReplayStepper(Terminal terminal, ReplayResult replay)
    {
        this.terminal = terminal;
        this.replay = replay;
        timeline = new(replay.Trace);
        steps = [.. replay.Trace.Steps.Where(step => step.IsDecision)];
    }

    /// <summary>Answers commands until one is to quit, or there are no more.</summary>
    public void Run()
    {
        terminal.Out.WriteLine($"{replay.Taken.Scenario}: {TextTable.Counted(timeline.Steps, "step")}, {replay.Outcome switch
        {
            ReplayOutcome.Reproduced => "reproduced",
            ReplayOutcome.Diverged => $"diverged: {replay.Explanation}",
            _ => $"not reproduced: {replay.Explanation}",
        }}");
        terminal.Out.WriteLine(Help);
        Show();
        while (true)
        {
            if (terminal.IsInteractive) terminal.Out.Write("> ");
            terminal.Out.Flush();
            if (terminal.In.ReadLine() is not { } line || !Obey(line.Trim())) return;
        }
    }

    private bool Obey(string line)
    {
        var words = line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (words)
        {
            case [] or ["n"] or ["next"]:
                Go(at + 1);
                break;
            case ["p"] or ["previous"]:
                Go(at - 1);
                break;
            case ["q"] or ["quit"]:
                return false;
            case ["cells"]:
                Cells("");
                break;
            case ["cells", var part]:
                Cells(part);
                break;
            case ["h"] or ["help"] or ["?"]:
                terminal.Out.WriteLine(Help);
                break;
            case ["goto", var number] when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step):
                Go(step);
                break;
            case [var number] when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step):
                Go(step);
                break;
            default:
                terminal.Out.WriteLine($"“{line}” is no command. {Help}");
                break;
        }
        return true;
    }

    private void Go(int step)
    {
        if (step < 0 || step > timeline.Steps)
        {
            terminal.Out.WriteLine($"there is no step {step}: 0 is the beginning, {timeline.Steps} the end");
            return;
        }
        at = step;
        Show();
    }

    private void Show()
    {
        if (at == 0)
        {
            terminal.Out.WriteLine("\n  0  the beginning");
            return;
        }
        var step = steps[at - 1];
        var name = replay.Trace.Threads[step.Thread];
        var turn = at > 1 && steps[at - 2].Thread != step.Thread ? $"   (the turn goes over from {replay.Trace.Threads[steps[at - 2].Thread]})" : "";
        terminal.Out.WriteLine($"\n{at,3}  {name}: {step.Words}{turn}");
        if (Calls(step) is { Length: > 0 } calls) terminal.Out.WriteLine($"     in {calls}");
        if (step.Source is { } source) terminal.Out.WriteLine($"     at {source}, {source.Member}");
        foreach (var change in timeline.ChangesAt(at)) terminal.Out.WriteLine($"     * {change}");
        if (at == timeline.Steps && replay.Failure is { } failure) terminal.Out.WriteLine($"     ✗ {(failure.IsAtRest ? "at rest: " : "")}{failure.Message}");
    }

    // The calls that are open at this step, outermost first.
    private string Calls(StepRecord step)
    {
        Stack<string> open = new();
        var index = replay.Trace.Steps.TakeWhile(each => !ReferenceEquals(each, step)).Count();
        foreach (var told in replay.Trace.Events.Where(each => each.Thread == step.Thread && each.BeforeStep <= index))
        {
            if (told.Kind == TraceEventKind.Begin) open.Push(told.Text);
            else if (told.Kind == TraceEventKind.End) open.TryPop(out _);
        }
        return string.Join(" › ", open.Reverse());
    }

    private void Cells(string part)
    {
        var changed = timeline.ChangesAt(at).Select(change => change.Location).ToHashSet();
        var cells = timeline.StateAt(at).Where(cell => cell.Location.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        terminal.Out.WriteLine(cells.Count == 0 ? "     none" : $"     after step {at}:");
        foreach (var (location, value) in cells) terminal.Out.WriteLine($"     {(changed.Contains(location) ? '*' : ' ')} {location} = {value}");
    }
}
