namespace Braid;

/// <summary>An execution that goes round for ever: a stem, and a loop behind it.</summary>
/// <param name="Taken">All decisions: the stem, and as many rounds as it took to tell.</param>
/// <param name="Loop">Where the loop begins, and how long a round is.</param>
/// <param name="Defect">How it fails.</param>
/// <param name="Size">How much there is to follow: the stem, one round, and the way to the next.</param>
internal sealed record Lasso(IReadOnlyList<Decision> Taken, FairLoop Loop, Defect Defect, ScheduleSize Size)
{
    /// <summary>What leads to the loop.</summary>
    public List<Decision> Stem => [.. Taken.Take(Loop.Start)];

    /// <summary>One round.</summary>
    public List<Decision> Round => [.. Taken.Skip(Loop.Start).Take(Loop.Length)];

    /// <summary>Whether it fails in the way and by the name that <paramref name="other"/> does.</summary>
    public bool FailsAs(Failure other) => (Defect.Kind, Defect.Identity) == (other.Kind, other.Identity);
}
