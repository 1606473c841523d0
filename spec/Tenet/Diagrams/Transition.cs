namespace Tenet.Diagrams;

/// <summary>A step of a state diagram.</summary>
/// <param name="From">A member of the enumeration.</param>
/// <param name="To">Another.</param>
/// <param name="Action">What makes it.</param>
public sealed record Transition(string From, string To, ActionRule Action);
