namespace Braid;

/// <summary>What must not stay undone: a monitor that is hot while it is open.</summary>
/// <param name="Name">Stable name of what is violated when it is never met, for example <c>every request is answered</c>.</param>
/// <param name="IsOpen">
/// Whether something is owed in the present state. Reads cells as <see cref="Program.EachStep"/> does: without being seen, and without writing.
/// </param>
public sealed record Obligation(string Name, Func<bool> IsOpen);
