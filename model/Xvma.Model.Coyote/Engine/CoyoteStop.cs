namespace Xvma.Model.Coyote;

/// <summary>Why a check ended.</summary>
public enum CoyoteStop
{
    /// <summary>All iterations of the budget are done.</summary>
    Iterations,

    /// <summary>The time of the budget is over.</summary>
    Time,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>A bug was found.</summary>
    Bug,
}
