namespace Xvma.Model.Coyote;

/// <summary>What a check can say. Coyote samples schedules and never exhausts them, so there is no third value.</summary>
public enum CoyoteVerdict
{
    /// <summary>No bug was found before the budget was spent; there may be one.</summary>
    NoBugWithinBudget,

    /// <summary>A bug was found; the trace replays it.</summary>
    Bug,
}
