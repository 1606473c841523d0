namespace Xvma.Model;

/// <summary>A message queue that somebody made lately; its task may be gone, and so may the queue.</summary>
/// <param name="Task">A task that reaches it.</param>
/// <param name="Address">Where.</param>
/// <param name="IsShared">Whether it is in the memory of a group.</param>
internal sealed record SoakQueue(XvmaTask Task, ExtendedAddress Address, bool IsShared);
