namespace Xvma.Sync;

/// <summary>What an <see cref="AtomicValue{TSync, T}"/> held when it was read, and which of its changes had made it so.</summary>
public readonly struct Seen<T>
    where T : struct
{
    internal Seen(T? value, long version, object? identity)
    {
        Value = value;
        Version = version;
        Identity = identity;
    }

    /// <summary>The value, or null when the cell held nothing.</summary>
    public T? Value { get; }

    /// <summary>Counts the changes of a value kept in place; 0 of others.</summary>
    internal long Version { get; }

    /// <summary>The object that another is kept as.</summary>
    internal object? Identity { get; }

    /// <summary>Whether both are of one version of one cell: between the two readings nobody has changed it.</summary>
    public bool IsSame(in Seen<T> other) => Version == other.Version && ReferenceEquals(Identity, other.Identity);
}
