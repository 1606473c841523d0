namespace Tenet.Explore;

/// <summary>A refusal of an action, for any choice of its parameters.</summary>
/// <param name="Rule">The action.</param>
/// <param name="Refusal">What it answers.</param>
/// <param name="When">When it answers that for some choice: guard holds, no earlier refusal applies.</param>
internal sealed record GroundRefusal(ActionRule Rule, Refusal Refusal, Node When);

/// <summary>A property of states, quantifiers expanded.</summary>
/// <param name="Rule">The property.</param>
/// <param name="Holds">Its formula; of a "sometimes" property, for some elements.</param>
internal sealed record GroundProperty(Property Rule, Node Holds);
