namespace Xvma.Sync;

/// <summary>Threads waiting for a condition over cells; whoever makes it true wakes them.</summary>
public readonly struct WaitQueue<TSync>
    where TSync : struct, ISync
{
    private readonly object queue;

    /// <summary>Creates the queue, empty. Not a scheduling point.</summary>
    public WaitQueue(CellName name) => queue = TSync.CreateWaitQueue(name);

    /// <summary>Returns once <paramref name="condition"/> has been seen to hold.</summary>
    /// <remarks>
    /// The ticket is taken <em>before</em> the condition is read, so a wake-up between the reading and the sleep is not lost.
    /// Whoever changes a cell that the condition reads must call <see cref="WakeAll"/> after the change.
    /// </remarks>
    public void WaitUntil<TState>(TState state, Func<TState, bool> condition)
    {
        while (true)
        {
            var ticket = TSync.PrepareToWait(queue);
            if (condition(state)) return;
            TSync.Wait(queue, ticket);
        }
    }

    /// <summary>Lets every waiting thread look at its condition again.</summary>
    public void WakeAll() => TSync.WakeAll(queue);
}
