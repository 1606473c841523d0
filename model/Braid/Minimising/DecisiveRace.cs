namespace Braid;

/// <summary>Two steps on one location whose order decides whether the execution fails; the other order has been tried.</summary>
/// <param name="Earlier">Number of the step that came first, from 1.</param>
/// <param name="Later">Number of the step that came second; one more than there are when it lies behind the failure.</param>
/// <param name="Location">What both touch.</param>
public sealed record DecisiveRace(int Earlier, int Later, string Location)
{
    /// <summary>The later step when it lies behind the failure, or its thread was stuck before it; null when it is one of the failing execution.</summary>
    public StepRecord? Beyond { get; init; }

    /// <summary>The execution with the two the other way round, which ended well; null when it was not written down.</summary>
    public Trace? Otherwise { get; init; }

    /// <summary>Number that the earlier step had in <see cref="Otherwise"/>.</summary>
    public int EarlierOtherwise { get; init; }

    /// <summary>Number that the later step had in <see cref="Otherwise"/>.</summary>
    public int LaterOtherwise { get; init; }
}
