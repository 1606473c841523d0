using System.Security.Cryptography;

namespace Braid;

/// <summary>The last line of a schedule file: a SHA-256 over all text before it, so that a truncated or altered file is noticed.</summary>
/// <remarks>
/// It guards against accidents (a merge, an editor, a bad copy), not against an adversary, who could seal again.
/// Line endings are no content: a checkout that turned LF into CR LF is still the same file.
/// </remarks>
internal static class ScheduleSeal
{
    private static ReadOnlySpan<byte> Opening => ",\n  \"checksum\": \"sha256:"u8;
    private static ReadOnlySpan<byte> Closing => "\"\n}\n"u8;

    /// <summary>Adds the seal to an indented JSON object.</summary>
    /// <param name="json">UTF-8, LF, ending in the object's closing brace on a line of its own.</param>
    public static byte[] Seal(ReadOnlySpan<byte> json)
    {
        var content = json[..json.LastIndexOf("\n}"u8)];
        return [.. content, .. Opening, .. Digest(content), .. Closing];
    }

    /// <summary>Whether <paramref name="file"/> is exactly what <see cref="Seal"/> made.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> file)
    {
        var text = WithoutCarriageReturns(file);
        var at = text.LastIndexOf(Opening);
        if (at < 0) return false;
        var content = text[..at];
        var rest = text[(at + Opening.Length)..];
        var digest = Digest(content);
        return rest.StartsWith(digest) && rest[digest.Length..].SequenceEqual(Closing);
    }

    private static byte[] Digest(ReadOnlySpan<byte> content) =>
        System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(content)));

    private static ReadOnlySpan<byte> WithoutCarriageReturns(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\r')) return text;
        var kept = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // Only a CR before LF is a line ending; any other is content, and then an alteration.
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            kept[length++] = text[i];
        }
        return kept.AsSpan(0, length);
    }
}
