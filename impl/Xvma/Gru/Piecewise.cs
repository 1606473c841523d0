using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// Performs every instruction of more than one operand: piece after piece, each announced by itself (INS-6), so that no piece keeps an
/// invalidation waiting for the whole.
/// </summary>
internal static class Piecewise<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>Returns when everything is done, or at the first operand that cannot be accessed: what lies before it is done, and nothing after.</summary>
    /// <param name="context">The context that translates.</param>
    /// <param name="cbr">The instruction's slot.</param>
    /// <param name="pieces">The instruction; knows how far it has come.</param>
    /// <param name="at">Set to the operand that cannot be accessed.</param>
    public static FaultCause Run<TPieces>(GruContext<TSync> context, Cbr<TSync> cbr, ref TPieces pieces, ref ExtendedAddress at)
        where TPieces : struct, IPieces<TSync>, allows ref struct
    {
        while (!pieces.IsDone)
        {
            if (TryPiece(context, cbr, ref pieces, out var miss)) continue;
            var cause = RunSlowly(context, cbr, ref pieces, miss, ref at);
            if (cause != FaultCause.None) return cause;
        }

        return FaultCause.None;
    }

    /// <summary>
    /// A piece with a miss: the context is held until it is made (CTX-6). Only its first miss may preload: preloads that displaced the piece's other
    /// operand each time could go on for ever. What is tried again because a request was lost is the piece: those before it are done (INS-15).
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FaultCause RunSlowly<TPieces>(
        GruContext<TSync> context, Cbr<TSync> cbr, ref TPieces pieces, Miss miss, ref ExtendedAddress at)
        where TPieces : struct, IPieces<TSync>, allows ref struct
    {
        using var hold = new ContextHold<TSync>(context);
        var retries = new Retries<TSync>(context.Counters);
        var patience = new Patience<TSync>(context.Parts.Options.MissesBeforeTurn);
        var beyond = miss.Beyond;
        try
        {
            do
            {
                at = new(miss.Address);
                if (miss.Lost != FaultCause.None)
                {
                    if (!retries.TryAgain(miss.Lost)) return miss.Lost;
                    continue;
                }

                var cause = FaultPath<TSync>.Resolve(context, cbr, at, miss.Access, ref patience, beyond);
                if (cause != FaultCause.None) return cause;
                beyond = 0;
            }
            while (!TryPiece(context, cbr, ref pieces, out miss));

            return FaultCause.None;
        }
        finally
        {
            patience.GiveBack();
        }
    }

    private static bool TryPiece<TPieces>(GruContext<TSync> context, Cbr<TSync> cbr, ref TPieces pieces, out Miss miss)
        where TPieces : struct, IPieces<TSync>, allows ref struct
    {
        var before = cbr.Announce();
        var made = pieces.TryPiece(context.Binding, out miss);
        cbr.Withdraw(before);
        return made;
    }
}
