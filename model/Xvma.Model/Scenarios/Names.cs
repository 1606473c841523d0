using System.Text;

namespace Xvma.Model;

internal static class Names
{
    /// <summary><c>FirstJoiner</c> as <c>first joiner</c>.</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
