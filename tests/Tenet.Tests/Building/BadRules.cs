using static Tenet.Logic;

namespace Tenet.Tests;

#pragma warning disable CA1034 // One mistake a class, all in one place: they are data.

/// <summary>Rules that are wrong on purpose, one mistake each.</summary>
public static class BadRules
{
    public enum Other
    {
        First,
        Second,
    }

    public sealed class NoClause(LibraryWords w) : Rules
    {
        private Draft Rule { get; } = Always((Reader r) => w.Member[r]);
    }

    public sealed class ClauseTwice(LibraryWords w) : Rules
    {
        [Clause("A-1", "A-1")]
        private Draft Rule { get; } = Always((Reader r) => w.Member[r]);
    }

    public sealed class UnknownSymbol : Rules
    {
        private static readonly Relation<Reader> Stranger = new();

        [Clause("A-1")]
        private Draft Rule { get; } = Always((Reader r) => Stranger[r]);
    }

    public sealed class CellTwice(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r, Reader s) => Set(w.Member[r], true).Set(w.Member[s], false));
    }

    public sealed class NextInInvariant(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((Reader r) => Next(w.Member[r]));
    }

    public sealed class NextInGuard(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r) => When(Next(w.Member[r])).Set(w.Member[r], false));
    }

    public sealed class NextInChange(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r, Reader s) => Set(w.Member[r], Next(w.Member[s])));
    }

    public sealed class NextAtFirst(LibraryWords w) : Rules
    {
        private Draft Rule { get; } = Initially((Book b) => Set(w.Place[b], Next(w.Place[b])));
    }

    public sealed class StepWithoutNext(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = EveryStep((Reader r) => w.Member[r]);
    }

    public sealed class AxiomOfState(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Axiom((Reader r, Book b) => w.Precious[b].Implies(!w.Has[r, b]));
    }

    public sealed class ChangesNothing(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r) => When(w.Member[r]));
    }

    public sealed class GuardInForEach(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action(() => When(true).ForEach((Reader r) => When(w.Member[r]).Set(w.Member[r], false)));
    }

    public sealed class RefusalInForEach(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Book b) => When(true).ForEach((Reader r) => Refuse(Refused.NotAMember, !w.Member[r]).Set(w.Wants[r, b], false)));
    }

    public sealed class GuardAtFirst(LibraryWords w) : Rules
    {
        private Draft Rule { get; } = Initially(() => When(true).ForEach((Reader r) => Set(w.Member[r], true)));
    }

    public sealed class EachNotNamed(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r) => When(true).ForEach((Book b) => Set(w.Member[r], w.Precious[b])));
    }

    public sealed class EachTwice(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Book b) => When(true).ForEach((Book each) => Set(w.Member[w.Holder[each]], true)));
    }

    public sealed class SetOfRigid(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Book b) => Set(w.Precious[b], true));
    }

    public sealed class SetOfDefined(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r, Book b) => Set(w.Has[r, b], true));
    }

    public sealed class SetOfFormula(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r) => Set(!w.Member[r], true));
    }

    public sealed class SortMismatch(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((Book b, Book c) => (int)w.Place[b] == (int)(w.Precious[c] ? Other.First : Other.Second));
    }

    public sealed class Arithmetic(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((Book b) => (w.Place[b] & Place.Hands) == Place.Hands);
    }

    public sealed class Order(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((Book b) => w.Place[b] < Place.Nowhere);
    }

    public sealed class NoMember(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((Book b) => w.Place[b] == (Place)7);
    }

    public sealed class ElementByValue(LibraryWords w) : Rules
    {
        private static readonly Reader Somebody = default(Reader) with { };

        [Clause("A-1")]
        private Draft Rule { get; } = Always(() => w.Member[Somebody]);
    }

    public sealed class NoSort : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((int number) => true);
    }

    public sealed class ForeignCall(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always((Reader r) => Odd(w.Member[r]));

        private static bool Odd(bool truth) => !truth;
    }

    public sealed class ErrorByFunction(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Book b) => Refuse(w.Place[b], true).Set(w.Place[b], Place.Hands));
    }

    public sealed class FairProperty(LibraryWords w) : Rules
    {
        [Clause("A-1"), Fair]
        private Draft Rule { get; } = Always((Reader r) => w.Member[r]);
    }

    public sealed class SupportingAction(LibraryWords w) : Rules
    {
        [Clause("A-1"), Supporting]
        private Draft Rule { get; } = Action((Reader r) => Set(w.Member[r], true));
    }

    public sealed class OneName(LibraryWords w) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Action((Reader r) => Set(w.Member[r], true));
    }
}
