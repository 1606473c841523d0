using System.Globalization;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>The names by which SMT-LIB speaks of a theory: the theory's own, but for words that solvers keep for themselves.</summary>
internal sealed class SmtNames
{
    private static readonly HashSet<string> Reserved =
    [
        "and", "or", "not", "xor", "ite", "let", "forall", "exists", "match", "par", "true", "false", "distinct", "as", "assert", "select", "store", "is", "div",
        "mod", "abs", "member", "insert", "union", "subset", "complement", "card", "choose", "concat", "join", "product", "transpose", "tuple", "emp", "sep", "pto",
        "iden", "repeat", "extract", "exit", "push", "pop", "const", "update", "set", "map", "Bool", "Int", "Real", "Array", "String", "Set", "Seq", "Bag", "List",
        "Table", "Relation", "Tuple", "RegEx", "Float32",
    ];

    private readonly Dictionary<object, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> taken = [.. Reserved];

    public SmtNames(Theory theory)
    {
        foreach (var sort in theory.Sorts) Name(sort, sort.Name);
        foreach (var symbol in theory.Symbols) Name(symbol, symbol.Name);
    }

    public string Of(Sort sort) => sort.IsTruth ? "Bool" : names[sort];

    public string Of(Symbol symbol) => names[symbol];

    public string Of(Sort sort, int member) => sort.IsTruth ? sort.Members[member] : $"{names[sort]}.{sort.Members[member]}";

    /// <summary>A variable, named once and then always the same.</summary>
    public string Of(Variable variable) => names.TryGetValue(variable, out var name) ? name : Name(variable, variable.Name);

    private string Name(object thing, string wanted)
    {
        var name = wanted;
        for (var number = 1; !taken.Add(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{wanted}.{number}");
        return names[thing] = name;
    }
}
