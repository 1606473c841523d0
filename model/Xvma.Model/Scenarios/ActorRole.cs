namespace Xvma.Model;

/// <summary>What an actor stands for; an engine may have a shell for each.</summary>
public enum ActorRole
{
    /// <summary>A thread of a task: its operations, and its side of a fault.</summary>
    Task,

    /// <summary>A member acting on its group's shared_xmm.</summary>
    Group,

    /// <summary>The interrupt handler of a chiplet.</summary>
    Interrupt,

    /// <summary>What watches over partitions, and is in none of them.</summary>
    Fabric,
}
