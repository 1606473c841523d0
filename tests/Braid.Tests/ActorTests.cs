namespace Braid.Tests;

public sealed class ActorTests
{
    private sealed record Deposit(int Amount);

    private sealed record Ask(ActorAddress Sender);

    private sealed record Balance(long Amount);

    private sealed class Account : Actor
    {
        private readonly Cell balance = new("balance");

        public Account()
        {
            On<Deposit>(deposit =>
            {
                var before = balance.Load();
                balance.Store(before + deposit.Amount);
            });
            On<Ask>(ask => ask.Sender.Send(new Balance(balance.Load())));
        }

        public long Amount => balance.Load();
    }

    private sealed class Teller(long least) : Actor
    {
        private readonly Cell seen = new("seen", -1);

        public Teller Ready()
        {
            On<Balance>(balance =>
            {
                seen.Store(balance.Amount);
                if (balance.Amount < least) throw new Violation("least", $"Saw {balance.Amount}.");
            });
            return this;
        }
    }

    private static Func<Program> Bank(long least) => () =>
    {
        Account? account = null;
        return new Lambda(
            stage =>
            {
                account = new();
                var address = stage.Actor("account", account);
                var teller = stage.Actor("teller", new Teller(least).Ready());
                stage.Thread("first", () =>
                {
                    address.Send(new Deposit(1));
                    address.Send(new Deposit(2));
                });
                stage.Thread("second", () =>
                {
                    address.Send(new Deposit(4));
                    address.Send(new Ask(teller));
                });
            },
            atRest: () =>
            {
                if (account!.Amount != 7) throw new Violation("sum", "Handlers of one actor overlapped.");
            });
    };

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void Messages_are_handled_one_at_a_time_in_every_order_of_sending(Backend backend)
    {
        var result = Explore.All(Bank(0), new() { Backend = backend });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(6, result.Traces);
    }

    [Fact]
    public void A_message_that_overtakes_another_is_found_and_replays()
    {
        var result = Explore.All(Bank(5));

        Assert.Equal("least", result.Failure!.Identity);
        Assert.Contains(result.Failure.Trace.Steps, step => step is { Kind: OperationKind.Send, Location: "mailbox of account", Argument: "Deposit { Amount = 4 }" });
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(Bank(5), result.Failure.Schedule).Outcome);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(Bank(5), result.Failure.Schedule, new() { Backend = Backend.OsThreads }).Outcome);
        Assert.Equal(Verdict.Exhausted, Explore.All(Bank(4)).Verdict);
    }

    private sealed class Parent : Actor
    {
        public Parent() => On<string>(name =>
        {
            var cell = new[] { name };
            var child = Create(name, () => new Account());
            child.Send(new Deposit(cell.Length));
            child.Send(new Deposit(2));
            if (name == "last") Stop();
        });
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void Actors_create_actors_and_stop(Backend backend)
    {
        Func<Program> program = Lambda.Of(stage =>
        {
            var parent = stage.Actor("parent", new Parent());
            stage.Thread("sender", () =>
            {
                parent.Send("first");
                parent.Send("last");
                parent.Send("never handled");
            });
        });
        var result = Explore.All(program, new() { Backend = backend });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(1, result.Traces);
    }

    [Fact]
    public void More_actors_than_were_allowed_are_reported()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            stage.MaxCreatedActors = 1;
            var parent = stage.Actor("parent", new Parent());
            parent.Send("one");
            parent.Send("two");
        }));

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
    }

    [Fact]
    public void A_message_without_a_handler_is_an_error()
    {
        var result = Explore.All(Lambda.Of(stage => stage.Actor("account", new Account()).Send("unknown")));

        Assert.Equal("account: Account has no handler for String.", result.Failure!.Message);
    }

    private sealed class Forwarder(Cell[] cells, Action<string> note) : Actor
    {
        public Forwarder Ready(int seed)
        {
            On<int>(number =>
            {
                note($"{Address} {number}");
                var random = new Random(seed + number);
                if (random.Next(2) == 0) cells[random.Next(2)].Store(number);
                else cells[random.Next(2)].Load();
                if (number > 0) Next!.Send(number - 1);
            });
            return this;
        }

        public ActorAddress? Next { get; set; }
    }

    private static Lambda Ring(int seed, int hops, Action<string> note) => new Lambda(stage =>
    {
        var cells = Cell.Many("x", 2);
        var left = new Forwarder(cells, note).Ready(seed);
        var right = new Forwarder(cells, note).Ready(seed + 100);
        right.Next = stage.Actor("left", left);
        left.Next = stage.Actor("right", right);
        stage.Thread("sender", () => right.Next.Send(hops));
        stage.Thread("other", () =>
        {
            left.Next.Send(0);
            cells[seed % 2].Store(9);
        });
    });

    [Fact]
    public void Searches_agree_with_trying_every_interleaving_of_actors()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var drawn = seed;
            Program Make() => Ring(drawn, 2, static _ => { });
            var all = Explore.All(Make, new() { PreemptionBound = int.MaxValue });
            var sleepSets = Explore.All(Make, new() { Strategy = Strategy.SleepSets, CountDistinctTraces = true });
            var sourceSets = Explore.All(Make, new() { Strategy = Strategy.SourceSets, CountDistinctTraces = true });
            var optimal = Explore.All(Make, new() { CountDistinctTraces = true });
            var threads = Explore.All(Make, new() { CountDistinctTraces = true, Backend = Backend.OsThreads });

            Assert.True(all.Hashes!.SetEquals(sleepSets.Hashes!), $"sleep sets, seed {seed}");
            Assert.True(all.Hashes!.SetEquals(sourceSets.Hashes!), $"source sets, seed {seed}");
            Assert.True(all.Hashes!.SetEquals(optimal.Hashes!), $"optimal, seed {seed}");
            Assert.Equal((all.DistinctTraces!.Value, 0), (optimal.Schedules, optimal.Blocked));
            Assert.Equal((optimal.Traces, optimal.Blocked, optimal.Steps), (threads.Traces, threads.Blocked, threads.Steps));
        }
    }

    [Fact]
    public void However_long_an_actor_lives_only_the_handler_it_is_in_is_executed_again()
    {
        const int Hops = 300;
        Dictionary<string, int> executions = [];
        var result = Explore.All(
            () => Ring(1, Hops, what => executions[what] = executions.GetValueOrDefault(what) + 1),
            new() { Strategy = Strategy.RandomWalk, MaxSchedules = 1, Workers = 1 });

        Assert.Equal(1, result.Traces);
        Assert.True(result.Steps > 3 * Hops);
        Assert.InRange(executions.Values.Max(), 1, 12);
    }
}
