namespace Xvma.Sync;

/// <remarks>
/// A value of several words is one thing to whoever reads or changes it. An instantiation that is looked at keeps it as an object, so that reading and changing
/// it are the operations on a reference, each one step; the plain one keeps it in place and allocates nothing.
/// </remarks>
public partial interface ISync
{
    /// <summary>
    /// Whether nobody but the processor sees what happens to a slot: then <see cref="AtomicValue{TSync, T}"/> keeps its value in place, and
    /// <see cref="Memo{TSync, T}"/> remembers. A constant of every instantiation.
    /// </summary>
    static abstract bool IsPlain { get; }
}
