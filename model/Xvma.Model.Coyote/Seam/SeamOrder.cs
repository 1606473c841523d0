using Microsoft.Coyote.Rewriting;

namespace Xvma.Model.Coyote;

/// <summary>
/// Hears of every operation of the seam under Coyote, in the copy of it that <see cref="SeamOrderPatch"/> has changed: that it begins, that it
/// has taken effect, that it ends. Decides nothing and delays nothing, so the schedule is the same with and without it.
/// </summary>
[SkipRewriting("It looks on: a scheduling point here would part an operation from its place in the order.")]
public static class SeamOrder
{
    /// <summary>What is told when an operation has taken effect; it may do so more than once, and the last time counts.</summary>
    public const int Effect = -1;

    /// <summary>What is told when an operation ends.</summary>
    public const int End = -2;

    private static Action<string, int>? listener;

    /// <summary>Who is told from now on: whose operation, and its <see cref="Braid.OperationKind"/>, <see cref="Effect"/> or <see cref="End"/>; nobody when null.</summary>
    public static void Tell(Action<string, int>? next) => listener = next;

    /// <summary>Tells it of an actor's thread; what is arranged before and checked after is nobody's operation.</summary>
    public static void Note(int what)
    {
        if (listener is { } told && CallLines.Actor is { } actor) told(actor, what);
    }
}
