using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// The arithmetic of addresses, ranges and pages over plain 64-bit words. Whatever the library decides about an address, it decides here.
/// </summary>
/// <remarks>
/// These bodies are what the proofs translate (their IL, opcode by opcode), so they keep to what a bit-vector solver can read: static,
/// without loops, over <see cref="ulong"/>, <see cref="int"/>, <see cref="bool"/> and enums, calling only each other. Ranges are given by
/// first and <em>last</em> byte, never by an end one beyond it: the shared region ends at 2^64, which no word can hold.
/// </remarks>
public static class AddressMath
{
    /// <summary>The last byte of a range. Wraps round unless <see cref="IsRange"/> holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Last(ulong start, ulong length) => start + (length - 1);

    /// <summary>
    /// Whether <paramref name="length"/> bytes from <paramref name="start"/> are at least one and end at 2^64 at the latest.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsRange(ulong start, ulong length) => length != 0 && start <= Last(start, length);

    /// <summary>Whether an address lies between <paramref name="first"/> and <paramref name="last"/>, both included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Contains(ulong first, ulong last, ulong address) => first <= address && address <= last;

    /// <summary>Whether two ranges share a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Overlaps(ulong first, ulong last, ulong otherFirst, ulong otherLast) => first <= otherLast && otherFirst <= last;

    /// <summary>The smaller of two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Lower(ulong a, ulong b) => a < b ? a : b;

    /// <summary>The greater of two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Upper(ulong a, ulong b) => a < b ? b : a;

    /// <summary>The bytes of a page of 2^<paramref name="shift"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PageBytes(int shift) => 1UL << shift;

    /// <summary>The first byte of the page an address lies in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RoundDown(ulong address, int shift) => address & ~(PageBytes(shift) - 1);

    /// <summary>The last byte of the page an address lies in. There always is one, also at the very top.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PageLast(ulong address, int shift) => address | (PageBytes(shift) - 1);

    /// <summary>Whether <see cref="RoundUp"/> has a result: false in the last page of all, past which no word counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanRoundUp(ulong address, int shift) => address <= RoundDown(ulong.MaxValue, shift);

    /// <summary>The first page boundary at or above an address; wraps round to 0 unless <see cref="CanRoundUp"/> holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RoundUp(ulong address, int shift) => RoundDown(address + (PageBytes(shift) - 1), shift);

    /// <summary>Whether a word is a multiple of the page size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAligned(ulong value, int shift) => (value & (PageBytes(shift) - 1)) == 0;

    /// <summary>
    /// Whether three boundaries make a layout: in order, the shared region above the private one, and each on a boundary of the largest
    /// page (so that rounding to any page size stays in the region it started in).
    /// </summary>
    public static bool IsLayout(ulong processorLimit, ulong privateBase, ulong sharedBase, int largestShift) =>
        processorLimit <= privateBase && privateBase < sharedBase
        && IsAligned(processorLimit, largestShift) && IsAligned(privateBase, largestShift) && IsAligned(sharedBase, largestShift);

    /// <summary>The kind of an address in a layout: every 64-bit address has exactly one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AddressKind KindOf(ulong address, ulong processorLimit, ulong privateBase, ulong sharedBase)
    {
        // From the top down: the extended addresses are the ones asked for on the fast path.
        if (address >= sharedBase)
            return AddressKind.Shared;
        if (address >= privateBase)
            return AddressKind.Private;
        return address >= processorLimit ? AddressKind.Hole : AddressKind.Processor;
    }
}
