using Tenet.Printing;

namespace Tenet.Export;

/// <summary>Layout of lines.</summary>
internal static class TlaLines
{
    /// <summary>Lines between two words, the later ones behind the first.</summary>
    public static IEnumerable<string> Enclosed(string open, IReadOnlyList<string> inner, string close) =>
        FormulaPrinter.Hang(open, inner.Select((line, index) => index == inner.Count - 1 ? line + close : line));

    /// <summary>Items between two words, as many on a line as there is room for.</summary>
    public static IEnumerable<string> Fill(string open, IEnumerable<string> items, string close, int width, string separator = ", ")
    {
        var line = open;
        var isFirst = true;
        foreach (var item in items)
        {
            var next = isFirst ? item : separator + item;
            if (line.Length + next.Length + 3 > width)
            {
                yield return line + separator.TrimEnd();
                (line, next) = (new string(' ', open.Length), item);
            }

            line += next;
            isFirst = false;
        }

        yield return line + close;
    }
}
