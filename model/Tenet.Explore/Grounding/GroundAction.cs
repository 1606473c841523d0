using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>An action for one choice of its parameters.</summary>
/// <param name="Id">Its position among the ground actions.</param>
/// <param name="Rule">The action.</param>
/// <param name="Arguments">The choice, as positions in the sorts.</param>
/// <param name="Guard">When it happens: guard and no refusal.</param>
/// <param name="Assignments">What the cells that it may change hold after it, from values before it.</param>
internal sealed record GroundAction(int Id, ActionRule Rule, int[] Arguments, Node Guard, ImmutableArray<Assignment> Assignments)
{
    /// <summary>What must hold before it so that every transition property holds of the step; the guard taken as given.</summary>
    public Node KeepsTransitions { get; init; } = null!;
}

/// <summary>What a cell holds after a step.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Value">The value, from values before the step.</param>
internal sealed record Assignment(int Cell, Term Value);
