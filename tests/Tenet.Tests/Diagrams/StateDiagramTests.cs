using Tenet.Diagrams;

namespace Tenet.Tests;

public sealed class StateDiagramTests
{
    private static readonly StateDiagram Places = StateDiagram.Of(LendingLibrary.Theory, LendingLibrary.Words.Place);

    [Fact]
    public void Guards_and_changes_make_the_diagram() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> Shelf
            Shelf --> Hands : lend (LIB-2)
            Shelf --> Nowhere : close down (LIB-4)
            Hands --> Shelf : give back (LIB-3)
            Hands --> Nowhere : lose (LIB-3), close down (LIB-4)

        """,
        Places.ToMermaid());

    [Fact]
    public void What_an_invariant_excludes_is_no_transition()
    {
        // Closing speaks of what is on the shelf only if an invariant says that nothing else is at home.
        var words = new Doors();
        Assert.Contains("Hands --> Nowhere", StateDiagram.Of(Theory.Build("t", words, new Shutting(words)), words.At).ToMermaid(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hands --> Nowhere", StateDiagram.Of(Theory.Build("t", words, new Shutting(words), new InvariantOfDoors(words)), words.At).ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_parts_of_the_state_with_members_have_diagrams()
    {
        Assert.Equal(["place"], LendingLibrary.Theory.Symbols.Where(StateDiagram.CanShow).Select(symbol => symbol.Name));
        Assert.Throws<ArgumentException>(() => StateDiagram.Of(LendingLibrary.Theory, LendingLibrary.Words.Holder));
    }

    private sealed class Doors : Vocabulary
    {
        public Function<Book, Place> At { get; } = new();

        public Relation<Book> Locked { get; } = new();
    }

    private sealed class Shutting(Doors words) : Rules
    {
        [Clause("A-1")]
        private Draft Lose { get; } = Action((Book b) => Logic.When(words.Locked[b]).Set(words.At[b], Place.Nowhere));
    }

    private sealed class InvariantOfDoors(Doors words) : Rules
    {
        [Clause("A-1")]
        private Draft LockedIsOnTheShelf { get; } = Always((Book c) => words.Locked[c].Implies(words.At[c] != Place.Hands));
    }
}
