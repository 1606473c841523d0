namespace Xvma.Sync;

/// <summary>A mutual-exclusion lock, held for a scope: <c>using var held = mutex.Enter();</c></summary>
public readonly struct Mutex<TSync>
    where TSync : struct, ISync
{
    private readonly object mutex;

    /// <summary>Creates the lock, free. Not a scheduling point.</summary>
    public Mutex(CellName name) => mutex = TSync.CreateMutex(name);

    /// <summary>Returns once the calling thread holds the lock; not recursive.</summary>
    public Scope Enter()
    {
        TSync.Enter(mutex);
        return new(mutex);
    }

    /// <summary>Takes the lock if nobody holds it; never waits.</summary>
    /// <param name="held">What releases the lock; an empty scope on failure.</param>
    public bool TryEnter(out Scope held)
    {
        var taken = TSync.TryEnter(mutex);
        held = taken ? new(mutex) : default;
        return taken;
    }

    /// <summary>Holding the lock; disposing releases it.</summary>
    public readonly ref struct Scope
    {
        private readonly object? mutex;

        internal Scope(object mutex) => this.mutex = mutex;

        /// <summary>Releases the lock.</summary>
        public void Dispose()
        {
            if (mutex is not null) TSync.Exit(mutex);
        }
    }
}
