using System.Text;

namespace Tenet.Explore;

internal static class ElementNames
{
    /// <summary><c>SharedPage</c> → <c>shared page</c>.</summary>
    public static string Of(Sort sort)
    {
        var words = new StringBuilder();
        foreach (var letter in sort.Name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
