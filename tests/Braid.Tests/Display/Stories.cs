namespace Braid.Tests.Display;

/// <summary>Executions written by hand, one a shape of failure.</summary>
internal static class Stories
{
    /// <summary>A fault in flight installs what an unmap has removed.</summary>
    public static Failure LostInvalidate() => new TraceScript("reader (task 1)", "remover (task 2)")
        .Holds("tlb of chiplet 0", "empty").Holds("range-active of space 1", "0").Holds("mappings of space 1", "1 mapping").Holds("options", "64 KB")
        .Holds("frame 7", "mapped")
        .Begin(0, "Load 0x8000_0000_0000_0040")
        .Load(0, "options").Load(0, "tlb of chiplet 0").Note(0, "miss: fault 0").Load(0, "range-active of space 1").Load(0, "mappings of space 1").Note(0, "find → frame 7")
        .Begin(1, "Unmap 0x8000_0000_0000_0000 64 KB")
        .Lock(1, "changes of space 1").Load(1, "options").Exchange(1, "range-active of space 1", "1").Load(1, "tlb of chiplet 0").Note(1, "purge chiplet 0: no entry")
        .Store(1, "mappings of space 1", "0 mappings").Exchange(1, "range-active of space 1", "0").Unlock(1, "changes of space 1")
        .Store(1, "frame 7", "free")
        .End(1, "ok, frame 7 freed")
        .Store(0, "tlb of chiplet 0", "0x8000_0000_0000_0000 → frame 7").Load(0, "frame 7")
        .End(0, "reads frame 7")
        .Fails(FailureKind.Safety, "INV-4", "frame 7 was freed at step 12", "fault against unmap");

    /// <summary>Two increments, one lost; nothing but the counter.</summary>
    public static Failure LostUpdate() => new TraceScript("a", "b")
        .Holds("x", "0")
        .Load(0, "x").Load(1, "x").Store(1, "x", "1").Store(0, "x", "1")
        .Fails(FailureKind.Safety, "COUNT", "x is 1 after two increments", "increment", foundAfter: 1);

    /// <summary>A writer of two cells is seen between them.</summary>
    public static Failure TornPair() => new TraceScript("writer", "reader")
        .Holds("low", "0").Holds("high", "0")
        .Begin(0, "Set 1, 1").Store(0, "low", "1")
        .Begin(1, "Get").Load(1, "low").Load(1, "high").End(1, "1, 0")
        .Fails(FailureKind.Assertion, "Assertion", "low and high differ: 1, 0", "pair");

    public static Failure Deadlock() => new TraceScript("left", "right")
        .Begin(0, "Move a to b").Lock(0, "account a").Begin(1, "Move b to a").Lock(1, "account b")
        .Fails(FailureKind.Deadlock, "Deadlock", "nobody can move: left waits for account b, right waits for account a", "transfer", foundAfter: 3);

    public static Failure LostWakeup() => new TraceScript("sleeper", "waker")
        .Holds("ready", "0")
        .Load(0, "ready").Store(1, "ready", "1").Wake(1, "queue of ready").Ticket(0, "queue of ready", "1")
        .Fails(FailureKind.LostWakeup, "LostWakeup", "nobody can move: sleeper sleeps on queue of ready", "sleep");

    /// <summary>Six threads, four of which matter; long names; a choice; a fence.</summary>
    public static Failure Crowd() => new TraceScript(
            "first rank (task 1)", "second rank (task 2)", "third rank (task 3)", "an administrator with a long title (task 4)", "fifth", "sixth")
        .Holds("membership of task 1", "group 1").Holds("count of group 1", "2").Holds("private of task 5", "0")
        .Begin(0, "Leave").Exchange(0, "membership of task 1", "none").Fence(0)
        .Begin(2, "Join group 1").Choose(2, "victim", "1").Load(2, "count of group 1")
        .Load(4, "private of task 5")
        .Begin(3, "Kill task 1").Load(3, "membership of task 1").End(3, "ok")
        .CompareExchange(0, "count of group 1", "2", "1").End(0, "ok")
        .CompareExchange(2, "count of group 1", "2", "3")
        .Begin(5, "Exit").Load(5, "count of group 1").End(5, "ok")
        .CompareExchange(2, "count of group 1", "1", "2").End(2, "ok, though the group had been given up by a member that nobody had told of it in time")
        .Fails(FailureKind.UnhandledException, "InvalidOperationException",
            "InvalidOperationException: the count of group 1 says 2, but its members are second rank, third rank and the administrator", "many");
}
