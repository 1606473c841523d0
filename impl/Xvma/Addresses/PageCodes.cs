using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// The arithmetic of a page-size table: sixteen slots of a byte each, in two words; the slot is the code, the byte in it the shift, 0 where
/// a code is free.
/// </summary>
/// <remarks>
/// A slot holds one shift, so two sizes cannot share a code however the table is filled; that a size is never in two slots is what <see
/// cref="PageSizeTable"/> checks when it is made. The proofs translate these bodies (see <see cref="AddressMath"/>). A formula from shift
/// to code, which the in-tree driver uses, needs no table but makes 512 KB collide with 256 KB, and 8 MB with 4 MB.
/// </remarks>
public static class PageCodes
{
    /// <summary>The number of codes a table has: a code is 4 bits of the GRU's context configuration.</summary>
    public const int Count = 16;

    private const ulong EveryByte = 0x0101_0101_0101_0101;
    private const ulong LowBits = 0x7F7F_7F7F_7F7F_7F7F;

    /// <summary>The shift a code (0 to 15) stands for, or 0 where the code is free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ShiftOf(ulong low, ulong high, int code) => (int)(((code < 8 ? low : high) >> ((code & 7) * 8)) & 0xFF);

    /// <summary>Whether the table has a page size of this shift (1 to 255).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has(ulong low, ulong high, int shift) => (Matches(low, shift) | Matches(high, shift)) != 0;

    /// <summary>The code of a shift; meaningless unless <see cref="Has"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CodeOf(ulong low, ulong high, int shift)
    {
        var matches = Matches(low, shift);
        return matches != 0 ? FirstSlot(matches) : 8 + FirstSlot(Matches(high, shift));
    }

    /// <summary>The lower word of the table, with a shift written into the slot of a code, which must be free.</summary>
    public static ulong PlaceLow(ulong low, int code, int shift) => code < 8 ? low | ((ulong)shift << (code * 8)) : low;

    /// <summary>The higher word of the table, with a shift written into the slot of a code, which must be free.</summary>
    public static ulong PlaceHigh(ulong high, int code, int shift) => code < 8 ? high : high | ((ulong)shift << ((code & 7) * 8));

    /// <summary>The top bit of every byte that equals the shift, and no other bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Matches(ulong word, int shift)
    {
        // Where the difference is 0 the byte matches. Adding 0x7F to the low seven bits carries into the top bit unless they are all 0,
        // and never into the next byte: exact for every byte, unlike the shorter well-known form.
        var difference = word ^ ((ulong)shift * EveryByte);
        return ~(((difference & LowBits) + LowBits) | difference | LowBits);
    }

    /// <summary>The lowest byte (0 to 7) that <see cref="Matches"/> marked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstSlot(ulong matches)
    {
        // The lowest mark, moved to the bottom of its byte, is 2^(8 * slot); multiplied, it lifts the byte that names the slot to the top.
        var lowest = matches & (0 - matches);
        return (int)(((lowest >> 7) * 0x0001_0203_0405_0607) >> 56);
    }
}
