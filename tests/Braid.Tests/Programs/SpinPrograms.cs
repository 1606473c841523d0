using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Programs that wait by looking again and again.</summary>
internal static class SpinPrograms
{
    public static Program TicketLock(int threads, bool isBroken)
    {
        Cell? count = null;
        return new Lambda(
            stage =>
            {
                var (next, serving) = (new Cell("next"), new Cell("serving"));
                count = new("count");
                for (var each = 0; each < threads; each++)
                {
                    stage.Thread($"t{each}", () =>
                    {
                        var mine = next.Add(1) - 1;
                        Seam<BraidSync>.SpinUntil(mine, mine => isBroken ? serving.Load() + 1 >= mine : serving.Load() == mine);
                        count.Store(count.Load() + 1);
                        serving.Store(mine + 1);
                    });
                }
            },
            atRest: () => Count(count!, threads));
    }

    public static Program TestAndSet(int threads)
    {
        Cell? count = null;
        return new Lambda(
            stage =>
            {
                var taken = new Cell("taken");
                count = new("count");
                for (var each = 0; each < threads; each++)
                {
                    stage.Thread($"t{each}", () =>
                    {
                        Seam<BraidSync>.SpinUntil(taken, taken => taken.TryChange(0, 1));
                        count.Store(count.Load() + 1);
                        taken.Store(0);
                    });
                }
            },
            atRest: () => Count(count!, threads));
    }

    public static Program Peterson(bool isFenced)
    {
        Cell? count = null;
        return new Lambda(
            stage =>
            {
                var wants = Cell.Many("wants", 2);
                var turn = new Cell("turn");
                count = new("count");
                for (var each = 0; each < 2; each++)
                {
                    var (own, other) = (each, 1 - each);
                    stage.Thread($"t{own}", () =>
                    {
                        wants[own].Store(1);
                        turn.Store(other);
                        if (isFenced) Seam<BraidSync>.Fence();
                        Seam<BraidSync>.SpinUntil(0, _ => wants[other].Load() == 0 || turn.Load() == own);
                        count.Store(count.Load() + 1);
                        wants[own].Store(0);
                    });
                }
            },
            atRest: () => Count(count!, 2));
    }

    public static Program SequenceLock(bool isChecked) => new Lambda(stage =>
    {
        var sequence = new Cell("sequence");
        var (left, right) = (new Cell("left"), new Cell("right"));
        stage.Thread("writer", () =>
        {
            sequence.Store(1);
            left.Store(1);
            right.Store(1);
            sequence.Store(2);
        });
        stage.Thread("reader", () =>
        {
            long one = 0, two = 0;
            Seam<BraidSync>.SpinUntil(0, _ =>
            {
                var before = sequence.Load();
                if (isChecked && (before & 1) == 1) return false;
                (one, two) = (left.Load(), right.Load());
                return !isChecked || sequence.Load() == before;
            });
            if (one != two) throw new Violation("torn", $"Read {one} and {two}.");
        });
    });

    public static Program ForgottenFlag() => new Lambda(stage =>
    {
        var (ready, data) = (new Cell("ready"), new Cell("data"));
        var other = new Cell("other");
        stage.Thread("reader", () => Seam<BraidSync>.SpinUntil(0, _ => ready.Load() == 1 || data.Load() == 1));
        stage.Thread("writer", () => other.Store(1));
    });

    /// <summary>Three who wait for a step of each other, and write down who came when.</summary>
    public static Program Handshake(Action<string> atRest)
    {
        Cell[] cells = [];
        return new Lambda(
            stage =>
            {
                cells = [new("phase"), new("first"), new("second")];
                var (phase, first, second) = (cells[0], cells[1], cells[2]);
                stage.Thread("a", () =>
                {
                    phase.Add(1);
                    Seam<BraidSync>.SpinUntil(phase, phase => phase.Load() >= 2);
                    first.Store((first.Load() * 3) + 1);
                });
                stage.Thread("b", () =>
                {
                    Seam<BraidSync>.SpinUntil(0, _ => phase.Load() >= 1 || first.Load() > 0);
                    phase.Add(1);
                    first.Store((first.Load() * 3) + 2);
                });
                stage.Thread("c", () =>
                {
                    Seam<BraidSync>.SpinUntil(0, _ => first.Load() + second.Load() > 0);
                    second.Store(first.Load());
                });
            },
            atRest: () => atRest(string.Join(' ', cells.Select(cell => cell.Load()))));
    }

    /// <summary>Locks taken by attempts, in a condition over both; a reference that one of them leaves.</summary>
    public static Program TwoLocksByAttempt(Action<string> atRest)
    {
        var order = new Cell[1];
        AtomicRef<BraidSync, string>[] last = new AtomicRef<BraidSync, string>[1];
        return new Lambda(
            stage =>
            {
                order[0] = new("order");
                last[0] = new(null, "last");
                var gate = BraidSync.CreateMutex("gate");
                foreach (var (name, digit) in new[] { ("a", 1), ("b", 2) })
                {
                    stage.Thread(name, () =>
                    {
                        Seam<BraidSync>.SpinUntil(gate, BraidSync.TryEnter);
                        order[0].Store((order[0].Load() * 10) + digit);
                        last[0].Store(name);
                        BraidSync.Exit(gate);
                    });
                }

                stage.Thread("c", () =>
                {
                    Seam<BraidSync>.SpinUntil(0, _ => last[0].Load() is not null);
                    order[0].Store((order[0].Load() * 10) + 3);
                });
            },
            atRest: () => atRest($"{order[0].Load()} {last[0].Load()}"));
    }

    private static void Count(Cell count, int threads)
    {
        if (count.Load() != threads) throw new Violation("lost", $"{threads} threads left {count.Load()}.");
    }
}
