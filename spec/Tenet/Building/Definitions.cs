namespace Tenet.Building;

/// <summary>What definitions must be: each of a formula about one state, none of itself.</summary>
internal static class Definitions
{
    /// <summary>What is wrong. A definition of itself loses its body, so that who expands it afterwards comes to an end.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<Symbol> symbols)
    {
        var problems = new List<string>();
        var circular = symbols.Where(symbol => symbol.Definition is not null && Reach(symbol).Contains(symbol)).ToList();
        foreach (var symbol in circular) problems.Add($"{symbol.Name}: the definition is of itself");
        foreach (var symbol in circular) symbol.Definition = null;
        foreach (var symbol in symbols.Where(symbol => symbol.Definition is { } definition && Formulas.Parts(definition.Body).Any(part => part is Application { IsPrimed: true })))
            problems.Add($"{symbol.Name}: Next is for transition properties");
        return problems;
    }

    private static HashSet<Symbol> Reach(Symbol from)
    {
        var reached = new HashSet<Symbol>();
        var open = new Stack<Symbol>([from]);
        while (open.TryPop(out var symbol))
        {
            if (symbol.Definition is not { } definition) continue;
            foreach (var used in Formulas.Parts(definition.Body).OfType<Application>())
            {
                if (reached.Add(used.Symbol)) open.Push(used.Symbol);
            }
        }

        return reached;
    }
}
