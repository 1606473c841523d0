namespace Braid;

/// <summary>Takes the decisions of schedules.</summary>
internal abstract class Chooser
{
    /// <summary>Answer of <see cref="Next"/>: all continuations are covered elsewhere.</summary>
    public const int Prune = -1;

    /// <summary>Whether <see cref="Execution.Steps"/> is needed.</summary>
    public virtual bool NeedsSteps => false;

    /// <summary>Whether the order of steps that the invariant of every step can see matters: to those who leave schedules out.</summary>
    public virtual bool NeedsVisibility => false;

    /// <summary>
    /// Whether a thread halts when an attempt of its spin loop fails: to those who go through all schedules. Otherwise it goes on once what the attempt
    /// saw has changed.
    /// </summary>
    public virtual bool HaltsSpins => false;

    /// <summary>
    /// Whether a thread that goes round in a loop that is not marked as one waits until something changes; not so for those who follow what was
    /// recorded, where it may have gone on.
    /// </summary>
    public virtual bool StallsLoops => true;

    /// <summary>
    /// Whether <see cref="Next"/> may be asked before it is known what all threads are about to do. Those of whom it is not, <see cref="Execution.Behind"/>, are
    /// among those enabled then; if one of them is the answer, the same question comes again when it is known, and the answer must be the same if it can move.
    /// </summary>
    public virtual bool DrawsBlindly => false;

    /// <summary>A schedule begins.</summary>
    public virtual void Begin(Execution run)
    {
    }

    /// <summary>Who moves.</summary>
    /// <param name="run">The execution, whose pending operations may be looked at.</param>
    /// <param name="enabled">Those who can move, one bit a thread; not 0.</param>
    /// <returns>A thread out of <paramref name="enabled"/>, or <see cref="Prune"/>.</returns>
    public abstract int Next(Execution run, ulong enabled);

    /// <summary>Which of <paramref name="count"/> alternatives the running thread takes.</summary>
    public abstract int Choose(Execution run, int count);

    /// <summary>The running thread says that it cannot make progress alone.</summary>
    public virtual void Yielded(int thread)
    {
    }
}
