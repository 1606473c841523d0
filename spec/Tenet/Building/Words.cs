using System.Text;

namespace Tenet.Building;

internal static class Words
{
    /// <summary><c>DropinRefused</c> → <c>dropin refused</c>.</summary>
    public static string OfName(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    /// <summary><c>GroupUid</c> → <c>groupUid</c>.</summary>
    public static string ToCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
