using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>A shared yes or no.</summary>
/// <remarks>Never a <c>readonly</c> field, a local or a parameter: a copy would be another cell. A test holds this.</remarks>
public struct AtomicFlag<TSync>
    where TSync : struct, ISync
{
    private long slot;

    /// <summary>Creates the flag, lowered. Not a scheduling point.</summary>
    public AtomicFlag(CellName name) => TSync.Create(ref slot, 0, name with { Show = name.Show ?? Show });

    /// <summary>Whether the flag is raised; acquire order.</summary>
    public bool IsRaised
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSync.Load(ref slot) != 0;
    }

    /// <summary>Raises the flag; release order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raise() => TSync.Store(ref slot, 1);

    /// <summary>Lowers the flag; release order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Lower() => TSync.Store(ref slot, 0);

    /// <summary>Raises the flag if it is lowered; a full fence. Exactly one of several concurrent callers gets true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRaise() => TSync.CompareExchange(ref slot, 1, 0) == 0;

    /// <summary>Lowers the flag if it is raised; a full fence. Exactly one of several concurrent callers gets true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLower() => TSync.CompareExchange(ref slot, 0, 1) == 1;

    private static string Show(long flag) => flag switch
    {
        0 => "no",
        1 => "yes",
        _ => $"{flag}",
    };
}
