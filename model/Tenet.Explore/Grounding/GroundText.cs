using System.Globalization;

namespace Tenet.Explore;

/// <summary>Nodes and terms as C-like text over cells named <c>c0</c>, <c>c1</c>, …</summary>
internal static class GroundText
{
    public static string Of(Node node) => node switch
    {
        TruthNode truth => truth.Value ? "true" : "false",
        TestNode test => $"{Name(test.Cell)} {(test.IsNegated ? "!=" : "==")} {test.Value.ToString(CultureInfo.InvariantCulture)}",
        JunctionNode junction => $"({string.Join(junction.Kind == JunctionKind.And ? " && " : " || ", junction.Children.Select(Of))})",
        _ => throw new ArgumentException("unknown node", nameof(node)),
    };

    public static string Of(Term term) => term switch
    {
        KnownTerm known => known.Known.ToString(CultureInfo.InvariantCulture),
        CellTerm cell => Name(cell.Cell),
        ChoiceTerm choice => $"({Of(choice.Condition)} -> {Of(choice.Then)} : {Of(choice.Otherwise)})",
        _ => throw new ArgumentException("unknown term", nameof(term)),
    };

    public static string Name(int cell) => $"c{cell.ToString(CultureInfo.InvariantCulture)}";
}
