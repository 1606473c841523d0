using Xvma.Sync;

namespace Braid.Tests.Sampling;

/// <summary>Who takes the turn of a suspended thread changes who performs a step, not which step is performed: the same draws, the same steps, the same answers.</summary>
public sealed class TurnTakingTests
{
    private const int Schedules = 40;

    private sealed record Node(int Value, Node? Next);

    public static TheoryData<string, Backend> Programs()
    {
        var data = new TheoryData<string, Backend>();
        foreach (var name in new[] { "fibonacci", "stack", "object of its own", "choices", "gives up", "waits in vain", "takes and gives back", "marked loops" })
        {
            data.Add(name, Backend.ReExecution);
            data.Add(name, Backend.OsThreads);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_schedule_in_which_turns_are_taken_for_others_is_the_one_without(string name, Backend backend)
    {
        Assert.True(Compare(Named(name), backend, 1) > 0, "no turn was taken");
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void So_it_is_with_programs_of_every_kind_of_operation(Backend backend)
    {
        var taken = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var drawn = seed;
            taken += Compare(() => new RandomProgram(drawn, threads: 3, operations: 6, RandomProgramKinds.Everything), backend, (ulong)seed);
        }

        Assert.True(taken > 1_000, $"{taken} schedules in which a turn was taken");
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void A_failure_between_two_operations_is_shown_where_its_own_thread_has_it(Backend backend)
    {
        var program = Lambda.Of(stage =>
        {
            var x = new Cell("x");
            for (var thread = 0; thread < 3; thread++)
            {
                var own = $"thread {thread}";
                stage.Thread(own, () =>
                {
                    x.Add(1);
                    if (x.Load() >= 3) throw new Violation(own, "all have come");
                    x.Add(10);
                    x.Add(10);
                });
            }
        });
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (alone, index) = (new Outcome(null, 0, 0, ""), 0);
            With(program, backend, run =>
            {
                var sampler = new Alone(seed);
                do alone = Run(run, sampler, index++, goesOn: false);
                while (alone.Failure is null);
            });

            var result = Explore.All(program, new() { Strategy = Strategy.RandomWalk, Seed = seed, MaxSchedules = 1_000, Backend = backend, Workers = 1 });

            Assert.Equal((seed, index, alone.Failure, alone.Steps), (seed, result.Failure!.FoundAfter, result.Failure.Identity, result.Failure.Schedule.Decisions.Count));
        }
    }

    private static Func<Program> Named(string name) => name switch
    {
        "fibonacci" => Litmus.Fibonacci(3),
        "stack" => Stack(),
        "object of its own" => ObjectOfItsOwn(),
        "choices" => Choices(),
        "gives up" => () => LoopPrograms.GivesUp(40),
        "waits in vain" => () => LoopPrograms.Flag(isSet: false),
        "takes and gives back" => () => LoopPrograms.TakesAndGivesBack(30),
        "marked loops" => () => SpinPrograms.Handshake(_ => { }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Treiber's stack: references compared by identity, and retries.</summary>
    private static Func<Program> Stack() => Lambda.Of(stage =>
    {
        var top = new[] { new AtomicRef<BraidSync, Node>(null, "top") };
        for (var thread = 0; thread < 3; thread++)
        {
            var own = thread;
            stage.Thread($"thread {own}", () =>
            {
                while (true)
                {
                    var seen = top[0].Load();
                    if (top[0].TryChange(seen, Seam<BraidSync>.Share((own, seen), static node => new Node(node.own, node.seen)))) break;
                }

                while (top[0].Load() is { } first && !top[0].TryChange(first, first.Next))
                {
                }
            });
        }
    });

    /// <summary>What a thread writes first is an object of this instance of the program, which knows it by its identity.</summary>
    private static Func<Program> ObjectOfItsOwn() => Lambda.Of(stage =>
    {
        var box = new[] { new AtomicRef<BraidSync, Node>(null, "box") };
        var own = new Node(1, null);
        stage.Thread("writer", () => box[0].Store(own));
        stage.Thread("reader", () =>
        {
            for (var look = 0; look < 3; look++)
            {
                if (box[0].Load() is { } seen && !ReferenceEquals(seen, own)) throw new Violation("own", "another object");
            }
        });
    });

    private static Func<Program> Choices() => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        for (var thread = 0; thread < 3; thread++)
        {
            stage.Thread($"thread {thread}", () =>
            {
                var cell = BraidSync.Choose(2, "cell") == 0 ? x : y;
                cell.Store(x.Load() + 1);
                cell.Add(BraidSync.Choose(3, "number"));
                y.Load();
            });
        }
    });

    /// <returns>In how many schedules a turn was taken.</returns>
    private static int Compare(Func<Program> program, Backend backend, ulong seed)
    {
        var together = new Together(seed);
        With(program, backend, run =>
        {
            var alone = new Alone(seed);
            for (var schedule = 0; schedule < Schedules; schedule++) Assert.Equal(Run(run, alone, schedule), Run(run, together, schedule));
        });
        return together.Taken;
    }

    private static void With(Func<Program> program, Backend backend, Action<Execution> what)
    {
        using var worker = new Worker(program, backend, MemoryModel.SequentialConsistency, 0, sharesOnlyCells: true);
        worker.Post(what);
        worker.Wait();
    }

    private static Outcome Run(Execution run, Sampler sampler, int schedule, bool goesOn = true)
    {
        var hash = new TraceHash();
        run.Configure(sampler, 300, goesOn, hash: hash);
        sampler.Start(schedule);
        run.RunSchedule();
        return new(run.Defect?.Identity, hash.Of(run), run.StepCount, string.Join(' ', run.RawDecisions().Select(decision => $"{decision.Thread}:{decision.Choice}")));
    }

    private sealed record Outcome(string? Failure, ulong Hash, int Steps, string Decisions);

    /// <summary>A random walk in which each thread takes its turns itself.</summary>
    private sealed class Alone(ulong seed) : Sampler
    {
        private readonly RandomWalk walk = new(seed, null);

        public override void Start(long schedule) => walk.Start(schedule);

        public override int Next(Execution run, ulong enabled) => walk.Next(run, enabled);

        public override int Choose(Execution run, int count) => walk.Choose(run, count);
    }

    /// <summary>The random walk, counting the schedules in which a turn was taken.</summary>
    private sealed class Together(ulong seed) : Sampler
    {
        private readonly RandomWalk walk = new(seed, null);
        private bool isTaken;

        public int Taken { get; private set; }

        public override bool DrawsBlindly => walk.DrawsBlindly;

        public override void Start(long schedule)
        {
            isTaken = false;
            walk.Start(schedule);
        }

        public override int Next(Execution run, ulong enabled)
        {
            if (run.Behind != 0 && !isTaken)
            {
                isTaken = true;
                Taken++;
            }

            return walk.Next(run, enabled);
        }

        public override int Choose(Execution run, int count) => walk.Choose(run, count);
    }
}
