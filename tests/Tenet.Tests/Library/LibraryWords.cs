namespace Tenet.Tests;

/// <summary>A small vocabulary with one of everything: a lending library.</summary>
[BeyondDecidable("formulas of every shape are read over it")]
public sealed class LibraryWords : Vocabulary
{
    public LibraryWords() => Has = new((r, b) => Place[b] == Tests.Place.Hands && Holder[b] == r);

    [Means("may borrow")]
    public Relation<Reader> Member { get; } = new();

    [Means("where the book is")]
    public Function<Book, Place> Place { get; } = new();

    [Means("who took the book last")]
    public Function<Book, Reader> Holder { get; } = new();

    [Means("has asked for the book")]
    public Relation<Reader, Book> Wants { get; } = new();

    [Means("may not leave the house")]
    public Relation<Book> Precious { get; } = new(Over.Rigid);

    [Means("where the book belongs")]
    public Function<Book, Branch> Home { get; } = new(Over.Rigid);

    [Means("runs the place")]
    public Constant<Reader> Librarian { get; } = new();

    [Means("has the book now")]
    public Shorthand<Reader, Book> Has { get; }
}
