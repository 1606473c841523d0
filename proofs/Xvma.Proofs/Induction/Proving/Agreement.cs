namespace Xvma.Proofs.Induction;

/// <summary>What a second solver says of the first one's answer.</summary>
public enum Agreement
{
    /// <summary>The same.</summary>
    Agrees,

    /// <summary>It could not tell, in the time it had or at all.</summary>
    SaysNothing,

    /// <summary>The opposite: one of the two is wrong, and nothing either says can be relied on.</summary>
    Disagrees,
}
