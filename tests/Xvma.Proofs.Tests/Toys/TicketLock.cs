using Tenet;
using static Tenet.Logic;

namespace Xvma.Proofs.Tests.Toys;

/// <summary>Someone who wants to enter.</summary>
internal readonly record struct Customer : IElement;

/// <summary>A number drawn.</summary>
internal readonly record struct Ticket : IElement;

/// <summary>Where a customer is.</summary>
internal enum Place
{
    Outside,
    Waiting,
    Inside,
}

/// <summary>The state of a lock by tickets, as at a baker's counter.</summary>
internal sealed class TicketLockVocabulary : Vocabulary
{
    public Function<Customer, Place> At { get; } = new();

    public Relation<Customer, Ticket> Holds { get; } = new();

    public Relation<Ticket> Used { get; } = new();

    public Relation<Ticket> Called { get; } = new();
}

/// <summary>At most one customer is inside: who holds the ticket that is called.</summary>
internal sealed class TicketLockRules(TicketLockVocabulary v) : Rules
{
    [Clause("TKT-1")]
    public Draft Draw { get; } = Action((Customer c, Ticket t) =>
        When(v.At[c] == Place.Outside && !v.Used[t]).Set(v.At[c], Place.Waiting).Set(v.Holds[c, t], true).Set(v.Used[t], true));

    [Clause("TKT-2")]
    public Draft Call { get; } = Action((Ticket t) =>
        When(v.Used[t] && !Any((Ticket u) => v.Called[u])).Set(v.Called[t], true));

    [Clause("TKT-3"), Fair]
    public Draft Enter { get; } = Action((Customer c, Ticket t) =>
        When(v.At[c] == Place.Waiting && v.Holds[c, t] && v.Called[t]).Set(v.At[c], Place.Inside));

    [Clause("TKT-4")]
    public Draft Leave { get; } = Action((Customer c, Ticket t) =>
        When(v.At[c] == Place.Inside && v.Holds[c, t])
            .Set(v.At[c], Place.Outside).Set(v.Holds[c, t], false).ForEach((Ticket u) => Set(v.Called[u], false)));

    [Clause("TKT-5")]
    public Draft OneInside { get; } = Always((Customer c, Customer d) =>
        (v.At[c] == Place.Inside && v.At[d] == Place.Inside).Implies(c == d));

    [Clause("TKT-6"), Supporting]
    public Draft InsideIsCalled { get; } = Always((Customer c) =>
        (v.At[c] == Place.Inside).Implies(Any((Ticket t) => v.Holds[c, t] && v.Called[t])));

    [Clause("TKT-7"), Supporting]
    public Draft OneHolder { get; } = Always((Customer c, Customer d, Ticket t) => (v.Holds[c, t] && v.Holds[d, t]).Implies(c == d));

    [Clause("TKT-8"), Supporting]
    public Draft OneCalled { get; } = Always((Ticket t, Ticket u) => (v.Called[t] && v.Called[u]).Implies(t == u));

    [Clause("TKT-9"), Supporting]
    public Draft HeldIsUsed { get; } = Always((Customer c, Ticket t) => v.Holds[c, t].Implies(v.Used[t]));

    [Clause("TKT-10")]
    public Draft UsedStaysUsed { get; } = EveryStep((Ticket t) => v.Used[t].Implies(Next(v.Used[t])));
}

/// <summary>The lock as it should be.</summary>
internal static class TicketLock
{
    public static Theory Theory { get; } = Build();

    private static Theory Build()
    {
        var vocabulary = new TicketLockVocabulary();
        return Theory.Build("ticket lock", vocabulary, new TicketLockRules(vocabulary));
    }
}
