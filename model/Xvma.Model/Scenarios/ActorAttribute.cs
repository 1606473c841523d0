namespace Xvma.Model;

/// <summary>
/// Marks a method as what one actor does, from beginning to end. Its one parameter is the actor's behaviour, and tells its role:
/// <see cref="TaskBehaviour"/>, <see cref="GroupBehaviour"/>, <see cref="FaultBehaviour"/> or <see cref="InterruptBehaviour"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ActorAttribute : Attribute;
