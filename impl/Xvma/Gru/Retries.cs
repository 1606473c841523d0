using Xvma.Sync;

namespace Xvma;

/// <summary>How often one instruction, or one piece of it, has been issued again because its request was lost (INS-14).</summary>
/// <remarks>
/// The limit, and that other exceptions are never tried again, are the driver's library's (gru_retry_exception). There the whole instruction
/// is issued again; here the piece that was not made, so that none is made twice.
/// </remarks>
internal struct Retries<TSync>(Counters<TSync> counters)
    where TSync : struct, ISync
{
    /// <summary>The most times that it is issued again.</summary>
    public const int Most = 3;

    private int made;

    /// <summary>Whether to issue it again; if not, it ends with what it was told, which is counted.</summary>
    /// <param name="lost">Why its memory could not be reached.</param>
    public bool TryAgain(FaultCause lost)
    {
        if (lost == FaultCause.RequestLost)
        {
            counters.Count(GruEvent.LostRequest);
            if (made < Most)
            {
                made++;
                counters.Count(GruEvent.Reissue);
                return true;
            }
        }

        counters.Count(lost);
        return false;
    }
}
