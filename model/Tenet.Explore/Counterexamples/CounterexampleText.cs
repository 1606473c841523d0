using System.Text;

namespace Tenet.Explore;

/// <summary>A counterexample for reading: numbered steps, each with what it changes and nothing else, then what is wrong.</summary>
public static class CounterexampleText
{
    /// <summary>The text, lines ended by line feeds.</summary>
    public static string Of(Counterexample counterexample)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        var writer = new Writer(counterexample);
        return writer.Write();
    }

    private sealed class Writer(Counterexample shown)
    {
        private readonly StringBuilder text = new();
        private readonly Instance instance = shown.Instance;
        private readonly int widest = shown.Steps.Max(step => step.Action?.Title.Length ?? 0);

        public string Write()
        {
            for (var index = 0; index < shown.Steps.Length; index++) WriteStep(index);
            if (shown.LoopsTo is { } back) Line(back == shown.Steps.Length - 1 ? "    then nothing more, for ever" : $"    then again from {back}, for ever");
            Line("");
            WriteClaim();
            return text.ToString();
        }

        private void WriteStep(int index)
        {
            var step = shown.Steps[index];
            if (step.Action is null)
            {
                WriteFirst();
            }
            else
            {
                var arguments = Choice(step.Action.Parameters, [.. step.Arguments]);
                Line($"{index,4}  {step.Action.Title.PadRight(widest)}  {arguments}");
            }

            var changes = Changes(index == 0 ? null : shown.Steps[index - 1].State, step.State).ToList();
            var width = changes.Count == 0 ? 0 : changes.Max(change => change.Cell.Length);
            foreach (var (cell, change) in changes) Line($"          {cell.PadRight(width)}  {change}");
            if (changes.Count == 0 && index > 0) Line("          (nothing changes)");
        }

        private void WriteFirst()
        {
            Line(instance.Prelude.IsEmpty ? "   0  at first" : "   0  at first, after");
            foreach (var (name, arguments) in instance.Prelude)
                Line($"          · {instance.Theory.Action(name).Title}  {Choice(instance.Theory.Action(name).Parameters, [.. arguments])}");
        }

        private void WriteClaim()
        {
            switch (shown.Rule)
            {
                case null:
                    Line("  deadlock: no action is possible here");
                    return;
                case { Response: { } response } leads:
                    Line($"  violated: {leads.Title}");
                    Line($"      {leads.Body}  leads to  {response}");
                    break;
                default:
                    Line(shown.Rule.Kind == PropertyKind.Transition ? $"  violated by the last step: {shown.Rule.Title}" : $"  violated here: {shown.Rule.Title}");
                    if (shown.Rule.Meaning.Length > 0) Line($"      {shown.Rule.Meaning}");
                    Line($"      {shown.Rule.Body}");
                    break;
            }

            if (!shown.Rule.Parameters.IsEmpty) Line($"  for {Choice(shown.Rule.Parameters, [.. shown.Elements])}");
        }

        private IEnumerable<(string Cell, string Change)> Changes(InstanceState? before, InstanceState after)
        {
            foreach (var cell in after.Cells.All)
            {
                var value = after.Values[cell.Id];
                // What is false, or an enumeration's first member, is what nobody has touched yet.
                if (before is null ? value == 0 && cell.Symbol.Result.IsEnumeration : before.Values[cell.Id] == value) continue;
                if (before is null && cell.Size == 1) continue;
                var name = CellName(cell);
                yield return before is null
                    ? (name, $"= {instance.NameOf(cell.Symbol.Result, value)}")
                    : (name, $"{instance.NameOf(cell.Symbol.Result, before.Values[cell.Id])} → {instance.NameOf(cell.Symbol.Result, value)}");
            }
        }

        private string CellName(Cell cell) => cell.Arguments.Length == 0
            ? cell.Symbol.Name
            : $"{cell.Symbol.Name}({string.Join(", ", cell.Arguments.Select((value, index) => instance.NameOf(cell.Symbol.Arguments[index], value)))})";

        private string Choice(IEnumerable<Variable> variables, int[] values) =>
            string.Join(", ", variables.Zip(values).Select(pair => $"{pair.First.Name} = {instance.NameOf(pair.First.Sort, pair.Second)}"));

        private void Line(string line) => text.Append(line.TrimEnd()).Append('\n');
    }
}
