using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tenet.Explore;

/// <summary>A counterexample in the Informal Trace Format of Apalache (ADR-015), as its viewers and tools read it.</summary>
public static class InformalTrace
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The trace as JSON: relations as sets of tuples, functions as maps, elements by name; what happened under <c>#meta</c>.</summary>
    public static string Of(Counterexample counterexample)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        var instance = counterexample.Instance;
        var symbols = instance.Theory.Symbols.Where(symbol => !symbol.IsRigid).ToList();
        var trace = new JsonObject
        {
            ["#meta"] = new JsonObject
            {
                ["format"] = "ITF",
                ["format-description"] = "https://apalache-mc.org/docs/adr/015adr-trace.html",
                ["source"] = $"{instance.Theory.Name}, instance {instance.Name}",
                ["description"] = counterexample.Rule is { } rule ? $"violates {rule.Title}: {rule.Closed}" : "ends in a deadlock",
            },
            ["vars"] = new JsonArray([.. symbols.Select(symbol => (JsonNode)symbol.Name)]),
        };
        if (counterexample.LoopsTo is { } back) trace["loop"] = back;
        trace["states"] = new JsonArray([.. counterexample.Steps.Select((step, index) => State(instance, symbols, step, index))]);
        return trace.ToJsonString(Indented) + "\n";
    }

    private static JsonObject State(Instance instance, List<Symbol> symbols, CounterexampleStep step, int index)
    {
        var meta = new JsonObject { ["index"] = index };
        if (step.Action is { } action)
        {
            meta["action"] = action.Name;
            meta["clause"] = action.Clauses[0];
            foreach (var (parameter, value) in action.Parameters.Zip(step.Arguments)) meta[parameter.Name] = instance.NameOf(parameter.Sort, value);
        }

        var state = new JsonObject { ["#meta"] = meta };
        foreach (var symbol in symbols) state[symbol.Name] = Value(instance, step.State, symbol);
        return state;
    }

    private static JsonObject Value(Instance instance, InstanceState state, Symbol symbol)
    {
        var cells = state.Cells.All.Where(cell => ReferenceEquals(cell.Symbol, symbol));
        if (symbol.Result.IsTruth)
        {
            var members = cells.Where(cell => state.Values[cell.Id] == 1).Select(cell => Tuple(instance, cell));
            return new() { ["#set"] = new JsonArray([.. members]) };
        }

        var pairs = cells.Select(cell => (JsonNode)new JsonArray(Tuple(instance, cell), instance.NameOf(symbol.Result, state.Values[cell.Id])));
        return new() { ["#map"] = new JsonArray([.. pairs]) };
    }

    private static JsonNode Tuple(Instance instance, Cell cell)
    {
        JsonNode[] names = [.. cell.Arguments.Select((value, index) => (JsonNode)instance.NameOf(cell.Symbol.Arguments[index], value))];
        return names.Length == 1 ? names[0] : new JsonObject { ["#tup"] = new JsonArray(names) };
    }
}
