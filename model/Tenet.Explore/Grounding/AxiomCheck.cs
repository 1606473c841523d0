namespace Tenet.Explore;

/// <summary>The rigid symbols are what the axioms say, and no interchangeable element differs from another.</summary>
internal static class AxiomCheck
{
    /// <exception cref="InstanceException">They are not.</exception>
    public static void Require(Setting setting, Grounder grounder, Nodes nodes)
    {
        var problems = new List<string>();
        foreach (var axiom in setting.Theory.Of(PropertyKind.Axiom))
        {
            foreach (var tuple in grounder.Tuples(axiom.Parameters))
            {
                grounder.Bind(axiom.Parameters, tuple);
                if (ReferenceEquals(grounder.Truth(axiom.Body), nodes.True)) continue;
                var elements = axiom.Parameters.Zip(tuple).Select(pair => $"{pair.First.Name} = {setting.Name(pair.First.Sort, pair.Second)}");
                problems.Add($"{setting.Instance.Name}: the axiom {axiom.Title} does not hold of {string.Join(", ", elements)}: {axiom.Body}");
                break;
            }
        }

        foreach (var sort in setting.Instance.Interchangeable)
        {
            foreach (var symbol in setting.Theory.Symbols.Where(symbol => symbol.IsRigid && TellsApart(setting, symbol, sort)))
                problems.Add($"{setting.Instance.Name}: elements of {sort} are not interchangeable: {symbol} tells them apart");
        }

        if (problems.Count > 0) throw new InstanceException([.. problems]);
    }

    // Neighbours changing places generate all permutations.
    private static bool TellsApart(Setting setting, Symbol symbol, Sort sort)
    {
        for (var first = 0; first + 1 < setting.Size(sort); first++)
        {
            int Swap(Sort of, int value) => Swapping.Value(of, value, sort, first);
            foreach (var tuple in setting.Tuples(symbol.Arguments))
            {
                var swapped = tuple.Select((value, index) => Swap(symbol.Arguments[index], value)).ToArray();
                if (setting.Rigid(symbol, swapped) != Swap(symbol.Result, setting.Rigid(symbol, tuple))) return true;
            }
        }

        return false;
    }
}
