using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Programs whose number of executions is known from the literature and from other checkers.</summary>
public static class Litmus
{
    public static Func<Program> Named(string name, int n)
    {
        var method = typeof(Litmus).GetMethod(name)!;
        return (Func<Program>)method.Invoke(null, method.GetParameters().Length == 0 ? null : [n])!;
    }

    /// <summary>A reader scans a[n], a[n−1], … for 0; writer j sets a[j] to a[j−1] + 1.</summary>
    public static Func<Program> LastZero(int n) => Lambda.Of(stage =>
    {
        var a = Cell.Many("a", n + 1);
        stage.Thread("reader", () =>
        {
            for (var index = n; a[index].Load() != 0; index--)
            {
            }
        });
        for (var j = 1; j <= n; j++)
        {
            var own = j;
            stage.Thread($"writer {j}", () => a[own].Store(a[own - 1].Load() + 1));
        }
    });

    public static Func<Program> Readers(int n) => Lambda.Of(stage =>
    {
        var x = new Cell("x");
        stage.Thread("writer", () => x.Store(1));
        for (var reader = 0; reader < n; reader++) stage.Thread($"reader {reader}", () => x.Load());
    });

    /// <summary>Threads insert four values each into a hash table with compare-and-exchange, next slot on failure.</summary>
    public static Func<Program> Indexer(int n) => Lambda.Of(stage =>
    {
        var table = Cell.Many("slot", 128);
        for (var thread = 0; thread < n; thread++)
        {
            var t = thread;
            stage.Thread($"inserter {t}", () =>
            {
                for (var i = 0; i < 4; i++)
                {
                    var w = (11 * i) + t;
                    for (var h = 7 * w % 128; !table[h].TryChange(0, w); h = (h + 1) % 128)
                    {
                    }
                }
            });
        }
    });

    public static Func<Program> LockIncrement(int n) => Lambda.Of(stage =>
    {
        var x = new Cell("x");
        var mutex = new Mutex<BraidSync>("mutex");
        for (var thread = 0; thread < n; thread++)
        {
            stage.Thread($"thread {thread}", () =>
            {
                using var held = mutex.Enter();
                x.Store(x.Load() + 1);
            });
        }
    });

    public static Func<Program> TwoAdds(int n) => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        Repeat(stage, n, _ =>
        {
            x.Add(1);
            y.Add(1);
        });
    });

    public static Func<Program> RacyIncrement(int n) => Lambda.Of(stage =>
    {
        var x = new Cell("x");
        Repeat(stage, n, _ => x.Store(x.Load() + 1));
    });

    /// <summary>n counters each sell a seat unless sales are stopped, which who finds all sold does; a tenth of the seats, at least one, is kept (Huang, PLDI 2015).</summary>
    public static Func<Program> Airline(int n) => Lambda.Of(stage =>
    {
        var (sold, stopped) = (new Cell("sold"), new Cell("stopped"));
        var seats = n - Math.Max(1, n / 10);
        Repeat(stage, n, _ =>
        {
            if (stopped.Load() != 0) return;
            var before = sold.Load();
            if (before >= seats) stopped.Store(1);
            else sold.Store(before + 1);
        });
    });

    public static Func<Program> Rotate(int n) => Lambda.Of(stage =>
    {
        var x = new Cell("x");
        Repeat(stage, n, i => x.TryChange(i - 1, i));
    });

    public static Func<Program> StoreBuffering() => Two((x, y) =>
    {
        x.Store(1);
        y.Load();
    }, (x, y) =>
    {
        y.Store(1);
        x.Load();
    });

    public static Func<Program> MessagePassing() => Two((x, y) =>
    {
        x.Store(1);
        y.Store(1);
    }, (x, y) =>
    {
        y.Load();
        x.Load();
    });

    public static Func<Program> LoadBuffering() => Two((x, y) =>
    {
        x.Load();
        y.Store(1);
    }, (x, y) =>
    {
        y.Load();
        x.Store(1);
    });

    public static Func<Program> TwoPlusTwoWrites() => Two((x, y) =>
    {
        x.Store(1);
        y.Store(2);
    }, (x, y) =>
    {
        y.Store(1);
        x.Store(2);
    });

    public static Func<Program> Philosophers(int n) => Lambda.Of(stage =>
    {
        var forks = new Mutex<BraidSync>[n];
        for (var fork = 0; fork < n; fork++) forks[fork] = new($"fork {fork}");
        Repeat(stage, n, i =>
        {
            using var left = forks[i - 1].Enter();
            using var right = forks[i % n].Enter();
        });
    });

    public static Func<Program> CompareAndExchangeIncrement(int n) => Lambda.Of(stage =>
    {
        var x = new Cell("x");
        Repeat(stage, n, _ =>
        {
            while (true)
            {
                var seen = x.Load();
                if (x.TryChange(seen, seen + 1)) return;
            }
        });
    });

    /// <summary>n × { i = i + j } ∥ n × { j = j + i }, while a third thread reads both.</summary>
    public static Func<Program> Fibonacci(int n) => Lambda.Of(stage =>
    {
        var (i, j) = (new Cell("i", 1), new Cell("j", 1));
        stage.Thread("first", () => AddTo(i, j));
        stage.Thread("second", () => AddTo(j, i));
        stage.Thread("reader", () =>
        {
            i.Load();
            j.Load();
        });

        void AddTo(Cell sum, Cell other)
        {
            for (var round = 0; round < n; round++) sum.Store(sum.Load() + other.Load());
        }
    });

    /// <summary>x = 1 ∥ y = 1 ∥ if !y: z = 1 ∥ if z: if !y: x = 2. Source sets explore blocked runs here, optimal ones do not.</summary>
    public static Func<Program> SourceSetTrap() => Lambda.Of(stage =>
    {
        var (x, y, z) = (new Cell("x"), new Cell("y"), new Cell("z"));
        stage.Thread("p", () => x.Store(1));
        stage.Thread("q", () => y.Store(1));
        stage.Thread("r", () =>
        {
            if (y.Load() == 0) z.Store(1);
        });
        stage.Thread("s", () =>
        {
            if (z.Load() != 0 && y.Load() == 0) x.Store(2);
        });
    });

    /// <summary>Lockers that try once; a failed attempt is a read.</summary>
    public static Func<Program> TryLockers(int n) => Lambda.Of(stage =>
    {
        var mutex = new Mutex<BraidSync>("mutex");
        Repeat(stage, n, _ =>
        {
            if (mutex.TryEnter(out var held)) held.Dispose();
        });
    });

    private static Func<Program> Two(Action<Cell, Cell> left, Action<Cell, Cell> right) => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        stage.Thread("left", () => left(x, y));
        stage.Thread("right", () => right(x, y));
    });

    private static void Repeat(Stage stage, int n, Action<int> body)
    {
        for (var thread = 1; thread <= n; thread++)
        {
            var i = thread;
            stage.Thread($"thread {i}", () => body(i));
        }
    }
}
