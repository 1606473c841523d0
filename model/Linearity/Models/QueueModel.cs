using System.Collections.Immutable;

namespace Linearity.Models;

/// <summary>A first-in first-out queue, empty at first. Putting in gives null; taking out gives the oldest element, or null when there is none.</summary>
public sealed class QueueModel : DeterministicModel<ImmutableArray<long>, QueueCall, long?>
{
    /// <inheritdoc/>
    public override ImmutableArray<long> Initial => [];

    /// <inheritdoc/>
    public override IEqualityComparer<ImmutableArray<long>> States { get; } = new ByElements();

    /// <inheritdoc/>
    public override (long? Result, ImmutableArray<long> After) Apply(ImmutableArray<long> before, QueueCall argument) =>
        argument.Enqueued is { } element ? (null, before.Add(element))
        : before.IsEmpty ? (null, before)
        : (before[0], before.RemoveAt(0));

    private sealed class ByElements : IEqualityComparer<ImmutableArray<long>>
    {
        public bool Equals(ImmutableArray<long> x, ImmutableArray<long> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<long> elements)
        {
            var hash = new HashCode();
            foreach (var element in elements) hash.Add(element);
            return hash.ToHashCode();
        }
    }
}
