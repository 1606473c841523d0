namespace Xvma;

/// <summary>A loaded context.</summary>
/// <param name="Slot">Its place in the chiplet.</param>
/// <param name="Task">The task it belongs to.</param>
/// <param name="PrivateSpace">The space it translates private addresses in.</param>
/// <param name="PrivateAsid">The first of that space's eight ASIDs in this chiplet.</param>
/// <param name="SharedSpace">The space it translates shared addresses in; 0 when the task is in no group.</param>
/// <param name="SharedAsid">The first of that space's eight ASIDs in this chiplet, or 0.</param>
public sealed record ContextSnapshot(int Slot, long Task, long PrivateSpace, long PrivateAsid, long SharedSpace, long SharedAsid);
