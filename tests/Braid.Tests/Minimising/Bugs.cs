using Xvma.Sync;

namespace Braid.Tests.Minimising;

/// <summary>Small programs with one bug each, and noise around it that a minimiser must see through.</summary>
internal static class Bugs
{
    /// <summary>An increment that reads and writes apart, among threads and operations that have nothing to do with it. Needs one preemption.</summary>
    public static Func<Program> LostUpdate(int noise = 3) => () => new Scenario("lost update", noise, static (stage, noise) =>
    {
        var counter = new AtomicInt64<BraidSync>(0, "counter");
        for (var i = 0; i < 2; i++)
        {
            var own = new AtomicInt64<BraidSync>(0, new CellName("scratch", "thread", i));
            stage.Thread($"adder {i}", () =>
            {
                for (var round = 0; round < noise; round++) own.Add(1);
                Calls.Begin("Increment");
                var seen = counter.Load();
                counter.Store(seen + 1);
                Calls.End("ok");
                for (var round = 0; round < noise; round++) own.Add(1);
            });
        }
        var shared = new AtomicInt64<BraidSync>(0, "noise");
        for (var i = 0; i < noise; i++) stage.Thread($"noise {i}", () => shared.Add(1));
        return () => counter.Load() == 2 ? null : new Violation("COUNT", $"counter is {counter.Load()} after two increments");
    });

    /// <summary>Fails only if both cells are met half set: the setter must be stopped twice, the watcher once. Needs three preemptions.</summary>
    public static Func<Program> ThreePreemptions() => () => new Scenario("three preemptions", 0, static (stage, _) =>
    {
        var a = new AtomicInt64<BraidSync>(0, "a");
        var b = new AtomicInt64<BraidSync>(0, "b");
        var bad = new AtomicInt64<BraidSync>(0, "bad");
        stage.Thread("setter", () =>
        {
            a.Store(1);
            a.Store(2);
            b.Store(1);
            b.Store(2);
        });
        stage.Thread("watcher", () =>
        {
            if (a.Load() == 1 && b.Load() == 1) bad.Store(1);
        });
        return () => bad.Load() == 0 ? null : new Violation("SEEN", "the watcher met both cells half set");
    });

    /// <summary>Two locks taken in two orders, with a third thread about. Needs one preemption.</summary>
    public static Func<Program> Deadlock() => () => new Scenario("transfer", 0, static (stage, _) =>
    {
        var one = new Mutex<BraidSync>("account 1");
        var two = new Mutex<BraidSync>("account 2");
        var log = new AtomicInt64<BraidSync>(0, "log");
        stage.Thread("left", () =>
        {
            using var first = one.Enter();
            using var second = two.Enter();
            log.Add(1);
        });
        stage.Thread("right", () =>
        {
            using var first = two.Enter();
            using var second = one.Enter();
            log.Add(1);
        });
        stage.Thread("auditor", () => log.Load());
        return static () => null;
    });

    /// <summary>The condition is read before the ticket is taken. Needs one preemption.</summary>
    public static Func<Program> LostWakeup() => () => new Scenario("sleep", 0, static (stage, _) =>
    {
        var ready = new AtomicInt64<BraidSync>(0, "ready");
        var queue = BraidSync.CreateWaitQueue("queue of ready");
        stage.Thread("sleeper", () =>
        {
            if (ready.Load() == 1) return;
            var ticket = BraidSync.PrepareToWait(queue);
            BraidSync.Wait(queue, ticket);
        });
        stage.Thread("waker", () =>
        {
            ready.Store(1);
            BraidSync.WakeAll(queue);
        });
        return static () => null;
    });

    /// <summary>Fails for one of five choices, whatever the schedule. Needs no preemption.</summary>
    public static Func<Program> BadChoice() => () => new Scenario("choice", 0, static (stage, _) =>
    {
        var cell = new AtomicInt64<BraidSync>(0, "cell");
        stage.Thread("chooser", () =>
        {
            if (BraidSync.Choose(5, "victim") == 3) cell.Store(1);
        });
        stage.Thread("other", () => cell.Load());
        return () => cell.Load() == 0 ? null : new Violation("CHOICE", "victim 3 was chosen");
    });

    /// <summary>Whoever runs first must not be the spinner; nothing ever ends the spinning then.</summary>
    public static Func<Program> NoEnd() => () => new Scenario("no end", 0, static (stage, _) =>
    {
        var flag = new AtomicInt64<BraidSync>(0, "flag");
        var other = new AtomicInt64<BraidSync>(0, "other");
        stage.Thread("spinner", () =>
        {
            if (flag.Load() == 0) return;
            while (other.Load() == 0)
            {
            }
        });
        stage.Thread("setter", () => flag.Store(1));
        stage.Thread("bystander", () => flag.Load());
        return static () => null;
    });

    private sealed class Scenario(string name, int noise, Func<Stage, int, Func<Violation?>> arrange) : Program
    {
        private Func<Violation?> check = static () => null;

        public override string Name => name;

        public override void Arrange(Stage stage) => check = arrange(stage, noise);

        public override void AtRest()
        {
            if (check() is { } violation) throw violation;
        }
    }
}
