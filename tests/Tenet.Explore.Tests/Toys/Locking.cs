using static Tenet.Logic;

namespace Tenet.Explore.Tests;

public readonly record struct Thread : IElement;

public enum At
{
    Away,
    Waiting,
    Inside,
}

public enum LockError
{
    NotYours,
    Taken,
}

/// <summary>A lock with and without its guard, its waiters served or starved, its holder stuck or not.</summary>
public sealed class Locking : Vocabulary
{
    public Function<Thread, At> Place { get; } = new();

    public Relation<Thread> Holds { get; } = new();

    public Shorthand<Thread> Busy { get; }

    public Locking() => Busy = new(t => Any((Thread u) => u != t && Holds[u]));

    public static Theory Right { get; } = Make(s => new LockRules(s));

    public static Theory WithoutGuard { get; } = Make(s => new UnguardedRules(s));

    public static Theory Unfair { get; } = Make(s => new UnfairRules(s));

    public static Theory Stuck { get; } = Make(s => new StuckRules(s));

    public static Theory Hungry { get; } = Make(s => new LockRules(s), s => new HungryClaims(s));

    public static Instance Of(Theory theory, int threads) => new Instance("lock", theory).WithInterchangeable<Thread>(threads);

    private static Theory Make(Func<Locking, Rules> rules, Func<Locking, Rules>? claims = null)
    {
        var words = new Locking();
        return Theory.Build("lock", words, rules(words), claims?.Invoke(words) ?? new LockClaims(words));
    }
}

internal sealed class LockRules(Locking s) : Rules
{
    [Clause("LCK-1"), Fair]
    public Draft Ask { get; } = Action((Thread t) => When(s.Place[t] == At.Away).Set(s.Place[t], At.Waiting));

    [Clause("LCK-2"), Fair]
    public Draft Enter { get; } = Action((Thread t) =>
        Refuse(LockError.Taken, s.Busy[t]).When(s.Place[t] == At.Waiting).Set(s.Place[t], At.Inside).Set(s.Holds[t], true));

    [Clause("LCK-3"), Fair]
    public Draft Leave { get; } = Action((Thread t) =>
        Refuse(LockError.NotYours, !s.Holds[t]).Set(s.Place[t], At.Away).Set(s.Holds[t], false));
}

internal sealed class UnguardedRules(Locking s) : Rules
{
    [Clause("LCK-1"), Fair]
    public Draft Ask { get; } = Action((Thread t) => When(s.Place[t] == At.Away).Set(s.Place[t], At.Waiting));

    [Clause("LCK-2"), Fair]
    public Draft Enter { get; } = Action((Thread t) => When(s.Place[t] == At.Waiting).Set(s.Place[t], At.Inside).Set(s.Holds[t], true));

    [Clause("LCK-3"), Fair]
    public Draft Leave { get; } = Action((Thread t) => When(s.Holds[t]).Set(s.Place[t], At.Away).Set(s.Holds[t], false));
}

/// <summary>Who is inside may stay for ever.</summary>
internal sealed class UnfairRules(Locking s) : Rules
{
    [Clause("LCK-1"), Fair]
    public Draft Ask { get; } = Action((Thread t) => When(s.Place[t] == At.Away).Set(s.Place[t], At.Waiting));

    [Clause("LCK-2"), Fair]
    public Draft Enter { get; } = Action((Thread t) => When(s.Place[t] == At.Waiting && !s.Busy[t]).Set(s.Place[t], At.Inside).Set(s.Holds[t], true));

    [Clause("LCK-3")]
    public Draft Leave { get; } = Action((Thread t) => When(s.Holds[t]).Set(s.Place[t], At.Away).Set(s.Holds[t], false));
}

/// <summary>Who leaves forgets to give the lock back.</summary>
internal sealed class StuckRules(Locking s) : Rules
{
    [Clause("LCK-1")]
    public Draft Ask { get; } = Action((Thread t) => When(s.Place[t] == At.Away && !s.Holds[t]).Set(s.Place[t], At.Waiting));

    [Clause("LCK-2")]
    public Draft Enter { get; } = Action((Thread t) => When(s.Place[t] == At.Waiting && !s.Busy[t]).Set(s.Place[t], At.Inside).Set(s.Holds[t], true));

    [Clause("LCK-3")]
    public Draft Leave { get; } = Action((Thread t) => When(s.Place[t] == At.Inside).Set(s.Place[t], At.Away));
}

internal sealed class LockClaims(Locking s) : Rules
{
    [Clause("LCK-4")]
    public Draft OneInside { get; } = Always((Thread t, Thread u) => (s.Place[t] == At.Inside && s.Place[u] == At.Inside).Implies(t == u));

    [Clause("LCK-4")]
    public Draft SomebodyInside { get; } = Sometimes((Thread t) => s.Place[t] == At.Inside);

    [Clause("LCK-5")]
    public Draft GetsOut { get; } = Leads((Thread t) => s.Place[t] == At.Inside, t => s.Place[t] == At.Away);
}

/// <summary>Weak fairness lets a thread wait for ever, since the lock is taken again and again.</summary>
internal sealed class HungryClaims(Locking s) : Rules
{
    [Clause("LCK-6")]
    public Draft GetsIn { get; } = Leads((Thread t) => s.Place[t] == At.Waiting, t => s.Place[t] == At.Inside);
}
