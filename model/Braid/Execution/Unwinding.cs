namespace Braid;

/// <summary>Thrown through bodies whose schedule is over before they are. No body may keep it; nothing it does afterwards has an effect.</summary>
internal sealed class Unwinding : Exception
{
    public static readonly Unwinding Instance = new();

    private Unwinding()
        : base("The schedule is over; this exception belongs to the explorer and must not be kept.")
    {
    }
}
