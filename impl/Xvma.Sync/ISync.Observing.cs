namespace Xvma.Sync;

public partial interface ISync
{
    /// <summary>
    /// Whether cells made now are observed. A constant of the production instantiation: what depends on it is not even compiled there.
    /// </summary>
    static abstract bool IsObserved { get; }

    /// <summary>Tells the observer something that no cell shows. Only where <see cref="IsObserved"/> is true.</summary>
    static abstract void Tell<T>(T what)
        where T : notnull;
}
