using Braid;
using Xvma.Sync;

namespace Benchmarks;

/// <summary>Three threads, sixteen scheduling points each unless said otherwise: reads, compare-and-exchanges and writes on shared cells.</summary>
/// <param name="rounds">Rounds of three points in each thread; one more point follows them.</param>
internal sealed class BraidWorkload(int rounds = 5) : Braid.Program
{
    private const int Cells = 4;

    private readonly AtomicInt64<BraidSync>[] cells = new AtomicInt64<BraidSync>[Cells];

    public override void Arrange(Stage stage)
    {
        for (var cell = 0; cell < Cells; cell++) cells[cell] = new(0, new("x", "cell", cell));
        for (var thread = 0; thread < 3; thread++)
        {
            var own = thread;
            stage.Thread($"thread {own}", () => Work(own));
        }
    }

    private void Work(int thread)
    {
        for (var round = 0; round < rounds; round++)
        {
            ref var cell = ref cells[(thread + round) % Cells];
            var seen = cell.Load();
            cell.CompareExchange(seen + 1, seen);
            cells[(thread + round + 1) % Cells].Store(seen);
        }

        cells[0].Add(1);
    }
}
