using static Tenet.Logic;

namespace Tenet.Tests;

/// <summary>What can happen in the library, and what always holds there.</summary>
public sealed class LibraryRules(LibraryWords w) : Rules
{
    private Draft AtFirst { get; } = Initially((Reader r) => Set(w.Member[r], r == w.Librarian.Value));

    [Clause("LIB-1")]
    [Means("whoever asks is let in")]
    private Draft Enrol { get; } = Action((Reader r) => When(!w.Member[r]).Set(w.Member[r], true));

    [Clause("LIB-2", "LIB-5"), Fair]
    private Draft Lend { get; } = Action((Reader r, Book b) =>
        When(!w.Precious[b] && w.Place[b] != Place.Nowhere)
        .Refuse(Refused.NotAMember, !w.Member[r])
        .Refuse(Refused.AlreadyOut, Any((Reader other) => w.Has[other, b]))
        .Set(w.Place[b], Place.Hands)
        .Set(w.Holder[b], r)
        .ForEach((Reader other) => Set(w.Wants[other, b], w.Wants[other, b] && other != r)));

    [Clause("LIB-3")]
    private Draft GiveBack { get; } = Action((Reader r, Book b) => When(w.Has[r, b]).Set(w.Place[b], Place.Shelf));

    [Clause("LIB-3")]
    private Draft Lose { get; } = Action((Book b) =>
        When(w.Place[b].IsIn(Place.Shelf, Place.Hands)).Set(w.Place[b], w.Place[b] == Place.Hands ? Place.Nowhere : w.Place[b]));

    [Clause("LIB-4")]
    private Draft CloseDown { get; } = Action((Branch c) =>
        When(All((Book b) => (w.Home[b] == c).Implies(w.Place[b] == Place.Shelf)))
        .ForEach((Book b) => Set(w.Place[b], w.Home[b] == c ? Place.Nowhere : w.Place[b]))
        .ForEach((Reader r, Book b) => Set(w.Wants[r, b], false)));

    [Clause("LIB-6")]
    private Draft TreasuresAreAtHomeSomewhere { get; } = Axiom((Book b, Book c) => (w.Precious[b] && w.Precious[c]).Implies(w.Home[b] == w.Home[c]));

    [Clause("LIB-5")]
    private Draft TreasuresStay { get; } = Always((Book b) => w.Precious[b].Implies(w.Place[b] != Place.Hands));

    [Clause("LIB-5"), Supporting]
    private Draft HoldersAreMembers { get; } = Always((Book b) => (w.Place[b] == Place.Hands).Implies(w.Member[w.Holder[b]]));

    [Clause("LIB-7")]
    private Draft OnceLostStaysLost { get; } = EveryStep((Book b) => (w.Place[b] == Place.Nowhere).Implies(Next(w.Place[b]) == Place.Nowhere));

    [Clause("LIB-8")]
    private Draft SomethingIsOut { get; } = Sometimes((Reader r, Book b) => w.Has[r, b]);

    [Clause("LIB-9")]
    private Draft WishesComeTrue { get; } = Leads((Reader r, Book b) => w.Wants[r, b], (Reader s, Book c) => w.Has[s, c] || w.Place[c] == Place.Nowhere);
}
