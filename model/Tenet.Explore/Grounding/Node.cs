using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>
/// A formula without variables or quantifiers, in negation normal form: tests of cells joined by and and or. Equal formulas made by one
/// <see cref="Nodes"/> are one object.
/// </summary>
internal abstract class Node(int id)
{
    /// <summary>Unique among the nodes of one factory.</summary>
    public int Id { get; } = id;

    /// <summary>Its negation, once asked for.</summary>
    public Node? Negation { get; set; }

    /// <summary>Whether it holds in a state given as the value of each cell.</summary>
    public abstract bool Holds(ReadOnlySpan<int> values);

    /// <summary>The cells it looks at, each at least once.</summary>
    public abstract IEnumerable<int> Cells { get; }
}

/// <summary>True or false.</summary>
internal sealed class TruthNode(int id, bool value) : Node(id)
{
    public bool Value { get; } = value;

    public override IEnumerable<int> Cells => [];

    public override bool Holds(ReadOnlySpan<int> values) => Value;
}

/// <summary>A cell has a value, or has not. The negated form exists for cells of three or more values only.</summary>
internal sealed class TestNode(int id, int cell, int value, bool isNegated) : Node(id)
{
    public int Cell { get; } = cell;

    public int Value { get; } = value;

    public bool IsNegated { get; } = isNegated;

    public override IEnumerable<int> Cells => [Cell];

    public override bool Holds(ReadOnlySpan<int> values) => (values[Cell] == Value) != IsNegated;
}

/// <summary>All of these, or at least one of these; at least two, none a junction of the same kind.</summary>
internal sealed class JunctionNode(int id, JunctionKind kind, ImmutableArray<Node> children) : Node(id)
{
    public JunctionKind Kind { get; } = kind;

    public ImmutableArray<Node> Children { get; } = children;

    public override IEnumerable<int> Cells => Children.SelectMany(child => child.Cells);

    public override bool Holds(ReadOnlySpan<int> values)
    {
        foreach (var child in Children)
        {
            if (child.Holds(values) != (Kind == JunctionKind.And)) return Kind != JunctionKind.And;
        }

        return Kind == JunctionKind.And;
    }
}
