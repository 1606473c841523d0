namespace Xvma.Model.Coyote;

/// <summary>How Coyote chooses who goes next: all that version 1.7.11 lets its users choose. Its depth-first search is not among that; only its own tests can switch it on.</summary>
public enum CoyoteStrategy
{
    /// <summary>Any enabled actor, evenly. Fair.</summary>
    Random,

    /// <summary>The actor of highest priority, priorities changing at a few random steps (probabilistic concurrency testing). Not fair: finds no liveness bugs.</summary>
    Prioritization,

    /// <summary>As <see cref="Prioritization"/> for the first tenth of the step bound, then <see cref="Random"/>. Fair.</summary>
    FairPrioritization,

    /// <summary>The running actor, as a rule; another one with a probability of 1 in 2^n at each step. Fair.</summary>
    Probabilistic,

    /// <summary>The actors in turn, each as long as it can, but for a few delays at random steps. Not fair.</summary>
    DelayBounding,

    /// <summary>As <see cref="DelayBounding"/> for the first tenth of the step bound, then <see cref="Random"/>. Fair.</summary>
    FairDelayBounding,

    /// <summary>Actors that have led to new states before are chosen more often (reinforcement learning). Not fair.</summary>
    QLearning,

    /// <summary>Coyote's own default: <see cref="Random"/>, <see cref="Probabilistic"/>, <see cref="FairPrioritization"/> and <see cref="FairDelayBounding"/>, one iteration each in turn. Fair.</summary>
    Portfolio,
}
