using System.Text;

namespace Braid;

/// <summary>The signs a picture is drawn with. Each is one column wide.</summary>
/// <param name="Bar">Runs down the left of what a call does.</param>
/// <param name="Corner">Ends that bar where the call returns.</param>
/// <param name="Line">The shaft of a switch.</param>
/// <param name="Right">The head of a switch to the right.</param>
/// <param name="Left">The head of a switch to the left.</param>
/// <param name="Cross">Marks the step that fails.</param>
/// <param name="Cut">Ends text that did not fit.</param>
internal sealed record Glyphs(char Bar, char Corner, char Line, char Right, char Left, char Cross, char Cut)
{
    private static readonly Glyphs Unicode = new('│', '└', '─', '▶', '◀', '✗', '…');
    private static readonly Glyphs Ascii = new('|', '`', '-', '>', '<', 'X', '~');

    public static Glyphs For(DisplayCharacters characters) => characters == DisplayCharacters.Ascii ? Ascii : Unicode;

    /// <summary>Makes foreign text fit for one line of the picture.</summary>
    public string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A line break or an escape sequence inside a value would tear the columns apart.
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029) clean.Append(' ');
            else if (this == Unicode || rune.IsAscii) clean.Append(rune);
            else clean.Append(InAscii(rune));
        }
        return clean.ToString();
    }

    private static string InAscii(Rune rune) => rune.Value switch
    {
        '→' => "->",
        '←' => "<-",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '…' => "...",
        '–' or '—' or '−' => "-",
        '·' => "-",
        '×' => "x",
        '‘' or '’' => "'",
        '“' or '”' => "\"",
        'µ' => "u",
        '✗' => "X",
        _ => "?",
    };
}
