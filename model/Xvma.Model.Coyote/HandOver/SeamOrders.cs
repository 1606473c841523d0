using Braid;

namespace Xvma.Model.Coyote;

/// <summary>An order of operations as the decisions of a schedule, and how far a run has kept to it.</summary>
public static class SeamOrders
{
    /// <summary>One decision for each step that an operation is under Braid. Who moves is what a guided replay follows; the kind is for readers.</summary>
    public static IReadOnlyList<Decision> Decisions(IReadOnlyList<SeamOperation> order, IReadOnlyList<string> actors)
    {
        var index = Enumerable.Range(0, actors.Count).ToDictionary(i => actors[i], StringComparer.Ordinal);
        return
        [
            .. from operation in order
               from kind in Steps(operation.Kind)
               // The native seam picks the first of several, always.
               select new Decision(index[operation.Actor], kind, "", kind == OperationKind.Choose ? 0 : null),
        ];
    }

    /// <summary>Counts orders of Coyote in Braid.</summary>
    /// <param name="classes">Of the scenario.</param>
    /// <param name="actors">Its actors.</param>
    /// <param name="order">What Coyote did.</param>
    /// <returns>Whether it differs from all before by more than the order of independent steps.</returns>
    public static bool Add(this TraceClasses classes, IReadOnlyList<string> actors, IReadOnlyList<SeamOperation> order)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return classes.Add(Decisions(order, actors));
    }

    /// <summary>How many decisions, from the first on, were taken as asked; and in words what was met instead of the next, if something was.</summary>
    internal static (int InOrder, string? Instead) Compare(IReadOnlyList<Decision> asked, Trace taken)
    {
        var steps = taken.Steps.Where(step => step.IsDecision).ToList();
        for (var i = 0; i < Math.Min(asked.Count, steps.Count); i++)
        {
            if (asked[i].Thread == steps[i].Thread && asked[i].Kind == steps[i].Kind) continue;
            return (i, $"{taken.Threads[asked[i].Thread]}'s {asked[i].Kind}, which is number {i + 1} under Coyote, met {taken.Threads[steps[i].Thread]}'s {steps[i].Kind} of {steps[i].Location}");
        }

        return (Math.Min(asked.Count, steps.Count), null);
    }

    /// <summary>A copy is one operation natively and two steps under Braid.</summary>
    private static OperationKind[] Steps(OperationKind kind) => kind == OperationKind.CopyFrom ? [kind, OperationKind.CopyTo] : [kind];
}
