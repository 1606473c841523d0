using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Makes a counterexample small: as few elements of each sort, then as few facts, as leave it a counterexample.</summary>
internal sealed class Shrinking(Question question, Theory theory, TimeSpan patience)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Dictionary<Sort, ImmutableArray<Variable>> elements = [];

    /// <summary>The smallest found within the patience; at worst what was there at first.</summary>
    public Structure Smallest()
    {
        var structure = question.Structure(theory, []);
        foreach (var sort in theory.Sorts.Where(sort => !sort.IsEnumeration))
        {
            for (var count = 1; count <= structure.Size(sort) && clock.Elapsed < patience; count++)
            {
                var (said, named) = question.Text.AtMost(sort, count);
                if (!question.Try(said, Glance)) continue;
                elements[sort] = named;
                structure = Found();
                break;
            }
        }

        return elements.Count == theory.Sorts.Count(sort => !sort.IsEnumeration) ? Plainest(structure) : structure;
    }

    // A fact is anything but false or an enumeration's first member. One by one, each that need not be is not.
    private Structure Plainest(Structure structure)
    {
        var tried = new HashSet<string>();
        while (clock.Elapsed < patience)
        {
            var plain = new StringBuilder();
            string? next = null;
            foreach (var (cell, value) in Cells(structure))
            {
                if (value == 0) plain.AppendLine(cell);
                else if (next is null && tried.Add(cell)) next = cell;
            }

            if (next is null) return structure;
            if (question.Try($"{plain}{next}", Glance)) structure = Found();
        }

        return structure;
    }

    private Structure Found() => question.Structure(theory, elements.Values.SelectMany(named => named));

    // Each cell whose value has an order, as the assertion that it is the first.
    private IEnumerable<(string IsFirst, int Value)> Cells(Structure structure)
    {
        var variables = elements.ToDictionary(pair => pair.Key, pair => pair.Value.DistinctBy(structure.ElementOf).ToDictionary(structure.ElementOf));
        foreach (var symbol in theory.Symbols.Where(symbol => symbol.Result.IsEnumeration))
        {
            foreach (var tuple in structure.Tuples(symbol.Arguments))
            {
                var arguments = tuple.Zip(symbol.Arguments, (element, sort) => sort.IsEnumeration ? (Formula)new Literal(sort, element) : variables[sort][element]);
                var cell = new Application(symbol, [.. arguments]);
                yield return (question.Text.Assert(Simplest.Equal(cell, new Literal(symbol.Result, 0))), structure.Get(symbol, tuple));
            }
        }
    }
}
