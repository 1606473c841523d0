using Xvma.Sync;

namespace Braid.Tests.MemoryModels;

/// <summary>Which fences a program has.</summary>
public enum Fences
{
    None,
    Full,
    Asymmetric,
    LightOnly,
    HeavyOnly,
}

/// <summary>Algorithms that are right or wrong by their fences. Each throws a violation when it goes wrong.</summary>
internal static class Reclaiming
{
    /// <summary>Two threads raise a flag each and enter if the other's is down.</summary>
    public static Func<Program> Dekker(Fences fences) => Lambda.Of(stage =>
    {
        var (flags, inside) = (Cell.Many("flag", 2), new Cell("inside"));
        for (var thread = 0; thread < 2; thread++)
        {
            var own = thread;
            stage.Thread($"P{own}", () =>
            {
                flags[own].Store(1);
                Fast(fences);
                if (flags[1 - own].Load() == 0) Enter(inside);
                flags[own].Store(0);
            });
        }
    });

    /// <summary>Peterson's algorithm, each thread trying once.</summary>
    public static Func<Program> Peterson(Fences fences) => Lambda.Of(stage =>
    {
        var (flags, turn, inside) = (Cell.Many("flag", 2), new Cell("turn"), new Cell("inside"));
        for (var thread = 0; thread < 2; thread++)
        {
            var own = thread;
            stage.Thread($"P{own}", () =>
            {
                flags[own].Store(1);
                turn.Store(1 - own);
                Fast(fences);
                if (flags[1 - own].Load() == 0 || turn.Load() == own) Enter(inside);
                flags[own].Store(0);
            });
        }
    });

    /// <summary>A sequence lock: a reader that saw the same even count before and after has seen one state.</summary>
    public static Func<Program> SequenceLock(bool isOddMeanwhile) => Lambda.Of(stage =>
    {
        var (count, x, y) = (new Cell("count"), new Cell("x"), new Cell("y"));
        stage.Thread("writer", () =>
        {
            if (isOddMeanwhile) count.Store(1);
            x.Store(1);
            y.Store(1);
            count.Store(2);
        });
        stage.Thread("reader", () =>
        {
            var before = count.Load();
            if (before % 2 != 0) return;
            var (seenX, seenY) = (x.Load(), y.Load());
            if (count.Load() == before && seenX != seenY) throw new Violation("torn", $"The reader saw {seenX} and {seenY}.");
        });
    });

    /// <summary>Readers announce themselves before they follow a pointer; who takes it away waits for those announced.</summary>
    public static Func<Program> Epochs(Fences fences) => Lambda.Of(stage =>
    {
        var (pointer, active, isFreed) = (new Cell("pointer", 1), new Cell("active"), new Cell("freed"));
        stage.Thread("reader", () =>
        {
            active.Store(1);
            Fast(fences);
            if (pointer.Load() != 0 && isFreed.Load() != 0) throw new Violation("freed", "The reader follows a pointer to what has been freed.");
            active.Store(0);
        });
        stage.Thread("reclaimer", () =>
        {
            pointer.Store(0);
            Slow(fences);
            active.SpinWhile(1);
            isFreed.Store(1);
        });
    });

    /// <summary>A reader says which object it is about to use and looks again; who takes the object away looks at that.</summary>
    public static Func<Program> HazardPointers(Fences fences) => Lambda.Of(stage =>
    {
        var (pointer, hazard, isFreed) = (new Cell("pointer", 1), new Cell("hazard"), new Cell("freed"));
        stage.Thread("reader", () =>
        {
            var seen = pointer.Load();
            hazard.Store(seen);
            Fast(fences);
            if (pointer.Load() == seen && seen != 0 && isFreed.Load() != 0) throw new Violation("freed", "The reader uses what has been freed.");
            hazard.Store(0);
        });
        stage.Thread("reclaimer", () =>
        {
            pointer.Store(0);
            Slow(fences);
            if (hazard.Load() == 0) isFreed.Store(1);
        });
    });

    private static void Fast(Fences fences)
    {
        if (fences == Fences.Full) BraidSync.Fence();
        else if (fences is Fences.Asymmetric or Fences.LightOnly) BraidSync.FenceLight();
    }

    private static void Slow(Fences fences)
    {
        if (fences == Fences.Full) BraidSync.Fence();
        else if (fences is Fences.Asymmetric or Fences.HeavyOnly) BraidSync.FenceHeavy();
    }

    private static void Enter(Cell inside)
    {
        if (!inside.TryChange(0, 1)) throw new Violation("exclusion", "Both are inside.");
        inside.Store(0);
    }
}
