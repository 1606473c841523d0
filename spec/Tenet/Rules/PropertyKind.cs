namespace Tenet;

/// <summary>What is asked of a property.</summary>
public enum PropertyKind
{
    /// <summary>It holds of the rigid symbols; assumed.</summary>
    Axiom,

    /// <summary>It holds in every reachable state, and is part of the claim.</summary>
    Safety,

    /// <summary>It holds in every reachable state, and is there because the others need it to be inductive.</summary>
    Supporting,

    /// <summary>It holds of every step.</summary>
    Transition,

    /// <summary>Some reachable state shows it.</summary>
    Sometimes,

    /// <summary>Its premise leads to its response, under weak fairness.</summary>
    Response,
}
