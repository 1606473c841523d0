using System.Collections.Immutable;

namespace Xvma.Proofs.Induction;

/// <summary>What solvers print: a word, or a list of such.</summary>
/// <param name="Word">The word; null for a list.</param>
/// <param name="Items">The list; empty for a word.</param>
internal sealed record SExpression(string? Word, ImmutableArray<SExpression> Items)
{
    public SExpression this[int index] => Items[index];

    public bool Is(string word) => Word == word;

    /// <summary>Whether this is a list that begins with a word.</summary>
    public bool Begins(string word) => !Items.IsEmpty && Items[0].Is(word);

    /// <summary>Reads everything in a text; comments are skipped.</summary>
    /// <exception cref="FormatException">Brackets do not match.</exception>
    public static ImmutableArray<SExpression> Read(string text)
    {
        var open = new Stack<ImmutableArray<SExpression>.Builder>();
        open.Push(ImmutableArray.CreateBuilder<SExpression>());
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (letter == ';')
            {
                while (at < text.Length && text[at] != '\n') at++;
            }
            else if (letter == '(')
            {
                open.Push(ImmutableArray.CreateBuilder<SExpression>());
                at++;
            }
            else if (letter == ')')
            {
                var items = open.Pop().ToImmutable();
                if (open.Count == 0) throw new FormatException($"a bracket too many: {text}");
                open.Peek().Add(new(null, items));
                at++;
            }
            else if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else
            {
                var start = at;
                if (letter == '|') at = text.IndexOf('|', at + 1) + 1;
                else while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or ';')) at++;
                open.Peek().Add(new(text[start..at], []));
            }
        }

        return open.Count == 1 ? open.Pop().ToImmutable() : throw new FormatException($"a bracket too few: {text}");
    }
}
