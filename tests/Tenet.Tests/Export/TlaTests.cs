using Tenet.Export;

namespace Tenet.Tests;

public sealed class TlaTests
{
    private static readonly string Module = TlaModule.Of(LendingLibrary.Theory);

    [Fact]
    public void The_library_is_a_module_that_people_can_read() => Golden.Compare("LendingLibrary.tla", Module);

    [Fact]
    public void A_module_is_well_formed() => Assert.Empty(TlaCheck.Problems(Module));

    [Theory]
    [InlineData("Has(r, b) ==", "Has(r, c) ==", "b is not known")]
    [InlineData("place,", "palace,", "place is not known")]
    [InlineData("\"Hands\"]", "\"Hands\"", "closes nothing")]
    [InlineData("VARIABLES", "VARIABLES r,", "r is defined already")]
    [InlineData("Enrol(r) ==", "Lend(r) ==", "Lend is defined already")]
    [InlineData("\\A b \\in Book : Precious[b]", "Precious[b]", "b is not known")]
    public void What_is_not_well_formed_is_noticed(string good, string bad, string expected)
    {
        Assert.Contains(good, Module, StringComparison.Ordinal);
        var at = Module.IndexOf(good, StringComparison.Ordinal);
        Assert.Contains(TlaCheck.Problems(Module[..at] + bad + Module[(at + good.Length)..]), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_module_has_the_name_of_its_file()
    {
        Assert.Contains(" MODULE Books_2 ", TlaModule.Of(LendingLibrary.Theory, "Books_2"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TlaModule.Of(LendingLibrary.Theory, "the books"));
        Assert.Throws<ArgumentException>(() => TlaModule.Of(LendingLibrary.Theory, "42"));
    }

    [Fact]
    public void A_name_that_two_things_want_is_numbered()
    {
        var words = new Clashes();
        var module = TlaModule.Of(Theory.Build("clashes", words, new ClashRules(words)));
        Assert.Empty(TlaCheck.Problems(module));
        Assert.Contains("Place2", module, StringComparison.Ordinal);
        Assert.Contains("Next2(", module, StringComparison.Ordinal);
        Assert.Contains("\\A member_2 \\in Reader :", module, StringComparison.Ordinal);
    }

    private sealed class Clashes : Vocabulary
    {
        public Function<Reader, Place> Place { get; } = new(Over.Rigid);

        public Relation<Reader> Member { get; } = new();
    }

    private sealed class ClashRules(Clashes words) : Rules
    {
        [Clause("A-1")]
        private Draft Next { get; } = Action((Reader init) => Logic.Set(words.Member[init], words.Place[init] == Place.Hands));

        [Clause("A-1")]
        private Draft Everybody { get; } = Always((Reader member) => words.Member[member]);
    }
}
