using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Programs with loops that look again and again and do not say that they wait.</summary>
internal static class LoopPrograms
{
    /// <summary>Waits as marked loops do, or by looking again and again.</summary>
    public static void Until(bool isMarked, Func<bool> condition)
    {
        if (isMarked)
        {
            Seam<BraidSync>.SpinUntil(condition, condition => condition());
            return;
        }

        while (!condition())
        {
        }
    }

    /// <summary>One waits for a flag that another one sets, or that nobody does.</summary>
    public static Program Flag(bool isSet, bool isMarked = false) => new Lambda(stage =>
    {
        var (flag, other) = (new Cell("flag"), new Cell("other"));
        stage.Thread("poller", () => Until(isMarked, () => flag.Load() == 1));
        stage.Thread("setter", () => (isSet ? flag : other).Store(1));
    });

    /// <summary>Each waits for what the other does after its own wait.</summary>
    public static Program ForEachOther() => new Lambda(stage =>
    {
        var (a, b, c) = (new Cell("a"), new Cell("b"), new Cell("c"));
        stage.Thread("one", () =>
        {
            Until(false, () => a.Load() == 1 || c.Load() == 1);
            b.Store(1);
        });
        stage.Thread("two", () =>
        {
            Until(false, () => b.Load() == 1);
            a.Store(1);
        });
    });

    /// <summary>Two who exclude each other by turns; each hands what it ends in to <paramref name="atRest"/>.</summary>
    public static Program Peterson(bool isMarked, Action<string>? atRest = null)
    {
        Cell[] cells = [];
        return new Lambda(
            stage =>
            {
                cells = [new("count"), new("last"), new("turn")];
                var wants = Cell.Many("wants", 2);
                for (var each = 0; each < 2; each++)
                {
                    var (own, other) = (each, 1 - each);
                    stage.Thread($"t{own}", () =>
                    {
                        wants[own].Store(1);
                        cells[2].Store(other);
                        Until(isMarked, () => wants[other].Load() == 0 || cells[2].Load() == own);
                        cells[0].Store(cells[0].Load() + 1);
                        cells[1].Store(own);
                        wants[own].Store(0);
                    });
                }
            },
            atRest: () =>
            {
                if (cells[0].Load() != 2) throw new Violation("lost", $"Two threads left {cells[0].Load()}.");
                atRest?.Invoke(string.Join(' ', cells.Select(cell => cell.Load())));
            });
    }

    /// <summary>A lock taken by compare-and-exchange, again and again until it succeeds.</summary>
    public static Program TestAndSet(bool isMarked, Action<string> atRest)
    {
        var order = new Cell[1];
        return new Lambda(
            stage =>
            {
                var taken = new Cell("taken");
                order[0] = new("order");
                for (var each = 1; each <= 2; each++)
                {
                    var digit = each;
                    stage.Thread($"t{digit}", () =>
                    {
                        Until(isMarked, () => taken.TryChange(0, 1));
                        order[0].Store((order[0].Load() * 10) + digit);
                        taken.Store(0);
                    });
                }
            },
            atRest: () => atRest($"{order[0].Load()}"));
    }

    /// <summary>One who looks for a while and then goes without; what it saw decides what is left.</summary>
    public static Program GivesUp(int after, Action<string>? atRest = null)
    {
        var late = new Cell[1];
        return new Lambda(
            stage =>
            {
                var (flag, other) = (new Cell("flag"), new Cell("other"));
                late[0] = new("late");
                stage.Thread("patient", () =>
                {
                    for (var round = 0; round < after; round++)
                    {
                        if (flag.Load() == 1) return;
                    }

                    late[0].Store(1 + other.Load());
                });
                stage.Thread("setter", () =>
                {
                    other.Store(1);
                    flag.Store(1);
                });
            },
            atRest: () => atRest?.Invoke($"{late[0].Load()}"));
    }

    /// <summary>One who takes and gives back again and again by comparing and exchanging, which repeats and yet is no looking; another one looks in between.</summary>
    public static Program TakesAndGivesBack(int times) => new Lambda(stage =>
    {
        var taken = new Cell("taken");
        stage.Thread("busy", () =>
        {
            for (var round = 0; round < times; round++)
            {
                taken.TryChange(0, 1);
                taken.TryChange(1, 0);
            }
        });
        stage.Thread("looker", () => taken.Load());
    });

    /// <summary>One who waits for another object in a cell; with a marked wait that succeeds at once in each round of a loop that is not.</summary>
    public static Program ForAnotherObject() => new Lambda(stage =>
    {
        AtomicRef<BraidSync, string> box = new("old", "box");
        var gate = new Cell("gate");
        stage.Thread("waiter", () =>
        {
            string seen;
            do
            {
                Seam<BraidSync>.SpinUntil(gate, gate => gate.Load() == 0);
                seen = box.Load()!;
                Seam<BraidSync>.Yield();
            }
            while (seen == "old");
        });
        stage.Thread("changer", () => box.Store("new"));
    });
}
