using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>
/// Remembers an immutable value that whoever asks could make again, so as not to allocate it again. It may forget at any time, and of two that are remembered at
/// once one is lost.
/// </summary>
/// <remarks>
/// Remembering is no step and no state: what is done with a remembered value is what would be done with a new one, since nobody compares such values by
/// identity. So neither member is a scheduling point, and under an explorer nothing is ever remembered.
/// Never a <c>readonly</c> field, a local or a parameter: a copy would remember for itself. A test holds this.
/// </remarks>
public struct Memo<TSync, T>
    where TSync : struct, ISync
    where T : class
{
    private T? remembered;

    /// <summary>What was remembered last, as far as this thread has heard of it.</summary>
    /// <remarks>A plain read: the runtime's memory model publishes an object with what its constructor wrote, and a reader depends on the reference.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T? Recall() => TSync.IsPlain ? remembered : null;

    /// <summary>Remembers a value, which must be immutable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remember(T value)
    {
        if (TSync.IsPlain) remembered = value;
    }
}
