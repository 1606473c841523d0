using Braid;

namespace Xvma.Model.Coyote;

/// <summary>Writes down what <see cref="SeamOrder"/> hears.</summary>
internal sealed class SeamOrderLog
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, Entry> underWay = new(StringComparer.Ordinal);
    private readonly HashSet<string> leaving = new(StringComparer.Ordinal);
    private int clock;

    public void Note(string actor, int what)
    {
        lock (gate)
        {
            if (leaving.Contains(actor)) return;
            if (what >= 0)
            {
                // Out of an operation that has not ended only an exception leads: the run is over, and what its scopes do on the way out is none of it.
                if (underWay.TryGetValue(actor, out var before) && !before.HasEnded)
                {
                    leaving.Add(actor);
                    return;
                }

                var begun = new Entry(actor, (OperationKind)what);
                underWay[actor] = begun;
                entries.Add(begun);
                return;
            }

            if (!underWay.TryGetValue(actor, out var entry)) return;
            if (what == SeamOrder.Effect || entry.At == 0) entry.At = ++clock;
            if (what == SeamOrder.End) entry.HasEnded = true;
        }
    }

    /// <summary>What took effect, in that order.</summary>
    /// <remarks>Who still waited when the run ended has looked, which is an effect on the cell it waits on natively, and none of the operation.</remarks>
    public IReadOnlyList<SeamOperation> InOrder()
    {
        lock (gate)
        {
            return
            [
                .. entries.Where(entry => entry.At != 0 && (entry.HasEnded || !CanWait(entry.Kind)))
                    .OrderBy(entry => entry.At).Select(entry => new SeamOperation(entry.Actor, entry.Kind)),
            ];
        }
    }

    /// <summary>What took effect since the last time.</summary>
    public IReadOnlyList<SeamOperation> Take()
    {
        var taken = InOrder();
        lock (gate)
        {
            entries.Clear();
            underWay.Clear();
            leaving.Clear();
            clock = 0;
        }

        return taken;
    }

    private static bool CanWait(OperationKind kind) =>
        kind is OperationKind.Enter or OperationKind.EnterRead or OperationKind.EnterWrite or OperationKind.Wait or OperationKind.SpinWhileEqual;

    private sealed class Entry(string actor, OperationKind kind)
    {
        public string Actor { get; } = actor;

        public OperationKind Kind { get; } = kind;

        public int At { get; set; }

        public bool HasEnded { get; set; }
    }
}
