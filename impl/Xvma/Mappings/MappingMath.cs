using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// How a mapping is cut by a range that overlaps it: a head below the cut, the middle the cut names, a tail above; head and tail may be
/// missing. Ranges are first and last byte; the proofs translate these bodies (see <see cref="AddressMath"/>).
/// </summary>
public static class MappingMath
{
    /// <summary>Whether something of the mapping stays below the cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasHead(ulong first, ulong cutFirst) => first < cutFirst;

    /// <summary>The last byte of the head; only where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HeadLast(ulong cutFirst) => cutFirst - 1;

    /// <summary>The first byte of the middle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MiddleFirst(ulong first, ulong cutFirst) => AddressMath.Upper(first, cutFirst);

    /// <summary>The last byte of the middle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MiddleLast(ulong last, ulong cutLast) => AddressMath.Lower(last, cutLast);

    /// <summary>Whether something of the mapping stays above the cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasTail(ulong last, ulong cutLast) => cutLast < last;

    /// <summary>The first byte of the tail; only where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong TailFirst(ulong cutLast) => cutLast + 1;

    /// <summary>Whether the cut would go through a page: an end of it lies inside the mapping, but on no page boundary.</summary>
    public static bool SplitsPage(ulong first, ulong last, ulong cutFirst, ulong cutLast, int shift) =>
        (HasHead(first, cutFirst) && !AddressMath.IsAligned(cutFirst, shift))
        || (HasTail(last, cutLast) && !AddressMath.IsAligned(TailFirst(cutLast), shift));

    /// <summary>
    /// Where in the backing the byte at <paramref name="address"/> is, if the mapping's first byte is at <paramref name="offset"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BackingOffset(ulong offset, ulong first, ulong address) => offset + (address - first);
}
