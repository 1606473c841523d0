using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>How much code things become, in tests; the compiler gives up on methods with too many branches.</summary>
internal static class Weights
{
    /// <summary>Tests in one method, about: the just-in-time compiler stops optimising beyond 2,000 basic blocks.</summary>
    public const int Most = 900;

    public static int Of(Node node) => node is JunctionNode junction ? junction.Children.Sum(Of) : 1;

    public static int Of(Term term) => term is ChoiceTerm choice ? Of(choice.Condition) + Of(choice.Then) + Of(choice.Otherwise) + 1 : 1;

    public static int Of(GroundAction action) =>
        2 + Of(action.Guard) + Of(action.KeepsTransitions) + action.Assignments.Sum(assignment => assignment.Value is ChoiceTerm ? Of(assignment.Value) : 0);

    /// <summary>Neighbours together, up to the weight that one method may have.</summary>
    public static IEnumerable<ImmutableArray<T>> Batches<T>(IEnumerable<T> items, Func<T, int> weight)
    {
        var batch = ImmutableArray.CreateBuilder<T>();
        var sum = 0;
        foreach (var item in items)
        {
            if (batch.Count > 0 && sum + weight(item) > Most)
            {
                yield return batch.ToImmutable();
                batch.Clear();
                sum = 0;
            }

            batch.Add(item);
            sum += weight(item);
        }

        if (batch.Count > 0) yield return batch.ToImmutable();
    }
}
