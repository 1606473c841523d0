using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma;

/// <summary>The instruction slots that have asked for a turn and not given it back, in the order of asking. Immutable, and never empty.</summary>
internal sealed class TurnLine<TSync>
    where TSync : struct, ISync
{
    private readonly ImmutableArray<(Cbr<TSync> Cbr, long Task)> slots;

    private TurnLine(ImmutableArray<(Cbr<TSync> Cbr, long Task)> slots) => this.slots = slots;

    /// <summary>The one whose turn it is.</summary>
    public Cbr<TSync> First => slots[0].Cbr;

    /// <summary>The id of the first one's task.</summary>
    public long FirstTask => slots[0].Task;

    /// <summary>The line after one more has asked.</summary>
    public static TurnLine<TSync> Of(TurnLine<TSync>? before, Cbr<TSync> last, long task) =>
        new(before is null ? [(last, task)] : before.slots.Add((last, task)));

    /// <summary>The line without the first; null when nobody is left.</summary>
    public TurnLine<TSync>? Rest() => slots.Length == 1 ? null : new(slots.RemoveAt(0));

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => string.Join(", then ", slots.Select(slot => $"{slot.Cbr} of task {slot.Task}"));
}
