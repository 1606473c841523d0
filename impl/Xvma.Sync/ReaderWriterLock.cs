namespace Xvma.Sync;

/// <summary>A lock that many readers or one writer hold, for a scope; not recursive.</summary>
public readonly struct ReaderWriterLock<TSync>
    where TSync : struct, ISync
{
    private readonly object inner;

    /// <summary>Creates the lock, free. Not a scheduling point.</summary>
    public ReaderWriterLock(CellName name) => inner = TSync.CreateReaderWriterLock(name);

    /// <summary>Returns once the calling thread holds the lock for reading.</summary>
    public ReadScope EnterRead()
    {
        TSync.EnterRead(inner);
        return new(inner);
    }

    /// <summary>Takes the lock for reading if no writer holds it; never waits.</summary>
    public bool TryEnterRead(out ReadScope held)
    {
        var taken = TSync.TryEnterRead(inner);
        held = taken ? new(inner) : default;
        return taken;
    }

    /// <summary>Returns once the calling thread holds the lock for writing.</summary>
    public WriteScope EnterWrite()
    {
        TSync.EnterWrite(inner);
        return new(inner);
    }

    /// <summary>Takes the lock for writing if nobody holds it; never waits.</summary>
    public bool TryEnterWrite(out WriteScope held)
    {
        var taken = TSync.TryEnterWrite(inner);
        held = taken ? new(inner) : default;
        return taken;
    }

    /// <summary>Holding the lock for reading; disposing releases it.</summary>
    public readonly ref struct ReadScope
    {
        private readonly object? inner;

        internal ReadScope(object inner) => this.inner = inner;

        /// <summary>Releases the lock.</summary>
        public void Dispose()
        {
            if (inner is not null) TSync.ExitRead(inner);
        }
    }

    /// <summary>Holding the lock for writing; disposing releases it.</summary>
    public readonly ref struct WriteScope
    {
        private readonly object? inner;

        internal WriteScope(object inner) => this.inner = inner;

        /// <summary>Releases the lock.</summary>
        public void Dispose()
        {
            if (inner is not null) TSync.ExitWrite(inner);
        }
    }
}
