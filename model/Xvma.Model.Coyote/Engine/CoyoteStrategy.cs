namespace Xvma.Model.Coyote;

/// <summary>How Coyote chooses who goes next.</summary>
public enum CoyoteStrategy
{
    /// <summary>Any enabled actor, evenly. Fair.</summary>
    Random,

    /// <summary>The actor of highest priority, priorities changing at a few random steps (probabilistic concurrency testing). Not fair: finds no liveness bugs.</summary>
    Prioritization,

    /// <summary>As <see cref="Prioritization"/> for the first tenth of the step bound, then <see cref="Random"/>. Fair.</summary>
    FairPrioritization,
}
