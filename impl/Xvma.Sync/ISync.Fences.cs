namespace Xvma.Sync;

public partial interface ISync
{
    /// <summary>A full fence of this thread: everything before it is performed before everything after it.</summary>
    static abstract void Fence();

    /// <summary>
    /// The fast half of an asymmetric fence: keeps the compiler from moving accesses across it and costs nothing at run time.
    /// Together with a <see cref="FenceHeavy"/> on the other side it orders like a full fence on both.
    /// </summary>
    static abstract void FenceLight();

    /// <summary>The slow half: every thread of the process has executed a full fence between call and return (about 0.4 µs).</summary>
    static abstract void FenceHeavy();
}
