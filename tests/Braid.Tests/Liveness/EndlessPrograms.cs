using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Programs that may go on for ever, and their neighbours that do not.</summary>
internal static class EndlessPrograms
{
    /// <summary>Two who step back when they meet: both; only one of them; or one of them, until the other is through.</summary>
    public static Program Polite(bool areBoth, bool waits = false) => new Lambda(stage =>
    {
        var wants = Cell.Many("wants", 2);
        foreach (var (name, own) in new[] { ("left", 0), ("right", 1) })
        {
            var other = 1 - own;
            stage.Thread(name, () =>
            {
                wants[own].Store(1);
                while (wants[other].Load() == 1)
                {
                    if (own == 1 || areBoth) wants[own].Store(0);
                    Seam<BraidSync>.Yield();
                    if (own == 1 && waits) wants[other].SpinWhile(1);
                    wants[own].Store(1);
                }

                wants[own].Store(0);
            });
        }
    });

    /// <summary>One who takes a lock again and again, and one who wants it once.</summary>
    public static Program BusyLock() => new Owing(
        stage =>
        {
            var gate = new Mutex<BraidSync>("gate");
            var asks = new Cell("asks");
            stage.Thread("busy", () =>
            {
                while (true)
                {
                    using var held = gate.Enter();
                }
            });
            stage.Thread("patient", () =>
            {
                asks.Store(1);
                using var held = gate.Enter();
                asks.Store(0);
            });
            return [new("whoever asks is served", () => asks.Load() == 1)];
        });

    /// <summary>Two writers who are never both away, and a reader whom they keep out.</summary>
    public static Program WritersFirst() => new Owing(
        stage =>
        {
            var gate = new ReaderWriterLock<BraidSync>("gate");
            var asks = new Cell("asks");
            for (var writer = 1; writer <= 2; writer++)
            {
                stage.Thread($"writer {writer}", () =>
                {
                    while (true)
                    {
                        using var held = gate.EnterWrite();
                    }
                });
            }

            stage.Thread("reader", () =>
            {
                asks.Store(1);
                using var held = gate.EnterRead();
                asks.Store(0);
            });
            return [new("the reader is served", () => asks.Load() == 1)];
        });

    /// <summary>A server that answers a request when it sees one; or looks only once, and may be too early.</summary>
    public static Program Server(bool looksOnce) => new Owing(
        stage =>
        {
            var (request, answer) = (new Cell("request"), new Cell("answer"));
            stage.Thread("client", () => request.Store(1));
            stage.Thread("server", () =>
            {
                if (!looksOnce) request.SpinWhile(0);
                if (request.Load() == 1) answer.Store(1);
            });
            return [Answered(request, answer)];
        });

    /// <summary>A server that has seen no request and from then on only looks whether it is to stop.</summary>
    public static Program DeafServer() => new Owing(
        stage =>
        {
            var (request, answer, stop) = (new Cell("request"), new Cell("answer"), new Cell("stop"));
            stage.Thread("client", () => request.Store(1));
            stage.Thread("server", () =>
            {
                if (request.Load() == 1) answer.Store(1);
                while (stop.Load() == 0) Seam<BraidSync>.Yield();
            });
            return [Answered(request, answer)];
        });

    /// <summary>Nothing ever repeats, and nothing is ever answered.</summary>
    public static Program CountingServer() => new Owing(
        stage =>
        {
            var (request, answer, rounds) = (new Cell("request"), new Cell("answer"), new Cell("rounds"));
            stage.Thread("client", () => request.Store(1));
            stage.Thread("server", () =>
            {
                while (answer.Load() == 0) rounds.Add(1);
            });
            return [Answered(request, answer)];
        });

    /// <summary>A loop that its thread leaves after a number of rounds that no cell shows.</summary>
    public static Program LocalCounter(int rounds) => new Lambda(stage =>
    {
        var flag = new Cell("flag");
        stage.Thread("counter", () =>
        {
            for (var round = 0; round < rounds && flag.Load() == 0; round++) Seam<BraidSync>.Yield();
        });
    });

    private static Obligation Answered(Cell request, Cell answer) =>
        new("every request is answered", () => request.Load() == 1 && answer.Load() == 0);

    /// <summary>A program that says what it owes.</summary>
    private sealed class Owing(Func<Stage, Obligation[]> arrange) : Program
    {
        private Obligation[] owed = [];

        public override IReadOnlyList<Obligation> Obligations => owed;

        public override void Arrange(Stage stage) => owed = arrange(stage);
    }
}
