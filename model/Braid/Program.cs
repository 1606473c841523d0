namespace Braid;

/// <summary>One thing to explore: a state, threads that work on it, and what must hold.</summary>
/// <remarks>
/// Each worker makes one instance and calls <see cref="Arrange"/> once. All that changes lives in cells over <c>BraidSync</c>,
/// whose values the explorer takes a snapshot of after <see cref="Arrange"/> and restores before each schedule.
/// </remarks>
public abstract class Program
{
    /// <summary>Name in schedules and reports; the type's name unless overridden.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Builds the initial state and declares the threads. Runs alone; operations act at once.</summary>
    public abstract void Arrange(Stage stage);

    /// <summary>Told of every step as it is taken, beginning with the arrangement; asked for once, before <see cref="Arrange"/>. Only where stores
    /// take effect at once (<see cref="MemoryModel.SequentialConsistency"/>).</summary>
    public virtual IScheduleObserver? Observer => null;

    /// <summary>
    /// Throws a <see cref="Violation"/> when the state is wrong; called after every step, reads cells without being seen, writes nothing.
    /// </summary>
    /// <remarks>Exhaustive exploration shows it every combination of values that the cells it reads can have together.</remarks>
    public virtual void EachStep()
    {
    }

    /// <summary>
    /// What must not stay undone: checked when all threads have ended and, by <see cref="Strategy.FairWalk"/>, along fair schedules that do not end.
    /// Asked for once, after <see cref="Arrange"/>; at most 64. A program that has none must end; one that has some may go on for ever.
    /// </summary>
    public virtual IReadOnlyList<Obligation> Obligations => [];

    /// <summary>Throws a <see cref="Violation"/> when the final state is wrong; called when all threads have ended.</summary>
    public virtual void AtRest()
    {
    }
}
