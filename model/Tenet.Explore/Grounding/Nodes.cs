using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>Makes nodes: simplified, and each formula once.</summary>
/// <param name="valuesOf">How many values a cell has.</param>
internal sealed class Nodes(Func<int, int> valuesOf)
{
    private readonly Dictionary<(int Cell, int Value, bool IsNegated), TestNode> tests = [];
    private readonly Dictionary<JunctionKey, JunctionNode> junctions = [];
    private int count = 2;

    public TruthNode True { get; } = new(1, value: true);

    public TruthNode False { get; } = new(0, value: false);

    public Node Truth(bool value) => value ? True : False;

    /// <summary>The cell has the value.</summary>
    public Node Test(int cell, int value)
    {
        var size = valuesOf(cell);
        if (value >= size) return False;
        return size == 1 ? True : Literal(cell, value, isNegated: false);
    }

    public Node Not(Node node)
    {
        if (node.Negation is { } known) return known;
        var negation = node switch
        {
            TruthNode truth => Truth(!truth.Value),
            TestNode test when valuesOf(test.Cell) == 2 => Literal(test.Cell, 1 - test.Value, isNegated: false),
            TestNode test => Literal(test.Cell, test.Value, !test.IsNegated),
            JunctionNode junction => Intern(Dual(junction.Kind), [.. junction.Children.Select(Not)]),
            _ => throw new ArgumentException("unknown node", nameof(node)),
        };
        node.Negation = negation;
        negation.Negation = node;
        return negation;
    }

    public Node And(params IEnumerable<Node> nodes) => Conjunction([.. nodes]);

    public Node Or(params IEnumerable<Node> nodes) => Not(Conjunction([.. nodes.Select(Not)]));

    public Node Iff(Node a, Node b) => ReferenceEquals(a, b) ? True : Or(And(a, b), And(Not(a), Not(b)));

    public Node If(Node condition, Node then, Node otherwise) => condition switch
    {
        TruthNode truth => truth.Value ? then : otherwise,
        _ when ReferenceEquals(then, otherwise) => then,
        _ => Or(And(condition, then), And(Not(condition), otherwise)),
    };

    /// <summary>The node with every test replaced.</summary>
    public Node Replace(Node node, Func<TestNode, Node> replacement) => Replace(node, replacement, []);

    /// <summary>What is left to test of a node when these cells have these values.</summary>
    public Node Assume(Node node, IReadOnlyDictionary<int, int> facts) => facts.Count == 0
        ? node
        : Replace(node, test => facts.TryGetValue(test.Cell, out var value) ? Truth((value == test.Value) != test.IsNegated) : test);

    /// <summary>The values that cells must have for the node to hold, as far as its outermost conjunction says it.</summary>
    public static Dictionary<int, int> Facts(Node node) => Conjuncts(node)
        .OfType<TestNode>().Where(test => !test.IsNegated).ToDictionary(test => test.Cell, test => test.Value);

    /// <summary>What is joined by the outermost conjunction.</summary>
    public static ImmutableArray<Node> Conjuncts(Node node) => node switch
    {
        TruthNode { Value: true } => [],
        JunctionNode { Kind: JunctionKind.And } and => and.Children,
        _ => [node],
    };

    private Node Replace(Node node, Func<TestNode, Node> replacement, Dictionary<int, Node> done)
    {
        switch (node)
        {
            case TestNode test:
                return replacement(test);
            case JunctionNode junction:
                if (done.TryGetValue(junction.Id, out var known)) return known;
                var children = junction.Children.Select(child => Replace(child, replacement, done)).ToList();
                var made = children.SequenceEqual(junction.Children) ? junction : junction.Kind == JunctionKind.And ? And(children) : Or(children);
                done.Add(junction.Id, made);
                return made;
            default:
                return node;
        }
    }

    private Node Conjunction(List<Node> nodes)
    {
        var members = new SortedDictionary<int, Node>();
        var facts = new Dictionary<int, int>();
        var open = new Stack<Node>(nodes);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case TruthNode { Value: true }:
                    break;
                case TruthNode:
                    return False;
                case JunctionNode { Kind: JunctionKind.And } inner:
                    foreach (var child in inner.Children) open.Push(child);
                    break;
                case TestNode { IsNegated: false } test when !facts.TryAdd(test.Cell, test.Value):
                    if (facts[test.Cell] != test.Value) return False;
                    break;
                default:
                    if (node.Negation is { } negation && members.ContainsKey(negation.Id)) return False;
                    members.TryAdd(node.Id, node);
                    break;
            }
        }

        return Simplify(members, facts) ? Join(members) : False;
    }

    // Values known drop what they decide; all values but one excluded is that one. False when nothing is possible.
    private bool Simplify(SortedDictionary<int, Node> members, Dictionary<int, int> facts)
    {
        var negated = members.Values.OfType<TestNode>().Where(test => test.IsNegated).GroupBy(test => test.Cell).ToList();
        foreach (var group in negated)
        {
            var excluded = group.Select(test => test.Value).ToHashSet();
            if (facts.TryGetValue(group.Key, out var known))
            {
                if (excluded.Contains(known)) return false;
                foreach (var test in group) members.Remove(test.Id);
            }
            else if (excluded.Count >= valuesOf(group.Key) - 1)
            {
                if (excluded.Count == valuesOf(group.Key)) return false;
                foreach (var test in group) members.Remove(test.Id);
                var last = Enumerable.Range(0, valuesOf(group.Key)).First(value => !excluded.Contains(value));
                var only = Test(group.Key, last);
                members.TryAdd(only.Id, only);
            }
        }

        return true;
    }

    private Node Join(SortedDictionary<int, Node> members) => members.Count switch
    {
        0 => True,
        1 => members.Values.First(),
        _ => Intern(JunctionKind.And, [.. members.Values]),
    };

    private TestNode Literal(int cell, int value, bool isNegated)
    {
        if (tests.TryGetValue((cell, value, isNegated), out var known)) return known;
        var made = new TestNode(count++, cell, value, isNegated);
        tests.Add((cell, value, isNegated), made);
        return made;
    }

    private JunctionNode Intern(JunctionKind kind, ImmutableArray<Node> children)
    {
        children = children.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        var key = new JunctionKey(kind, children);
        if (junctions.TryGetValue(key, out var known)) return known;
        var made = new JunctionNode(count++, kind, children);
        junctions.Add(key, made);
        return made;
    }

    private static JunctionKind Dual(JunctionKind kind) => kind == JunctionKind.And ? JunctionKind.Or : JunctionKind.And;

    private readonly struct JunctionKey : IEquatable<JunctionKey>
    {
        private readonly JunctionKind kind;
        private readonly ImmutableArray<Node> children;
        private readonly int hash;

        public JunctionKey(JunctionKind kind, ImmutableArray<Node> children)
        {
            this.kind = kind;
            this.children = children;
            var code = new HashCode();
            code.Add(kind);
            foreach (var child in children) code.Add(child.Id);
            hash = code.ToHashCode();
        }

        public bool Equals(JunctionKey other)
        {
            if (hash != other.hash || kind != other.kind || children.Length != other.children.Length) return false;
            for (var i = 0; i < children.Length; i++)
            {
                if (!ReferenceEquals(children[i], other.children[i])) return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is JunctionKey other && Equals(other);

        public override int GetHashCode() => hash;
    }
}
