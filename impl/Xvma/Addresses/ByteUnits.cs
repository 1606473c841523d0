using System.Globalization;

namespace Xvma;

/// <summary>Powers of 1024, for <c>using static Xvma.ByteUnits</c>: <c>2 * MiB</c>.</summary>
public static class ByteUnits
{
    /// <summary>2^10 bytes.</summary>
    public const ulong KiB = 1UL << 10;

    /// <summary>2^20 bytes.</summary>
    public const ulong MiB = 1UL << 20;

    /// <summary>2^30 bytes.</summary>
    public const ulong GiB = 1UL << 30;

    /// <summary>2^40 bytes.</summary>
    public const ulong TiB = 1UL << 40;

    /// <summary>
    /// A number of bytes in the largest unit that divides it, in the words of the field: <c>64 KB</c>, <c>1 TB</c>, <c>100 bytes</c>.
    /// </summary>
    public static string Text(ulong bytes)
    {
        var (unit, name) = bytes switch
        {
            0 => (1UL, "bytes"),
            _ when bytes % TiB == 0 => (TiB, "TB"),
            _ when bytes % GiB == 0 => (GiB, "GB"),
            _ when bytes % MiB == 0 => (MiB, "MB"),
            _ when bytes % KiB == 0 => (KiB, "KB"),
            1 => (1UL, "byte"),
            _ => (1UL, "bytes"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / unit} {name}");
    }
}
