using System.Runtime.CompilerServices;
using Xvma;

namespace Benchmarks;

/// <summary>Two tasks that load at the same time, beside one alone.</summary>
internal static class LibraryTwoCores
{
    private const int Operations = 400_000;
    private const int MostRounds = 400;
    private const int WarmUps = 60;

    public static void Run(LibraryTable table)
    {
        // Two tasks on one chiplet share its TLB; two slots of one task share its context as well.
        var machine = Machine.Create(new() { Chiplets = 1 });
        using var one = machine.StartTask(uid: 1);
        using var two = machine.StartTask(uid: 1);
        using var slot = one.OpenGru();
        two.Join(one.CreateSharedXmm());
        var shared = one.MapShared(4096, PageSize.Of4K).Start;
        Add(table, "two tasks loading on two cores, beside one", one.Gru, two.Gru, shared);
        Add(table, "two slots of one task loading on two cores, beside one", one.Gru, slot, shared);
    }

    private static void Add(LibraryTable table, string what, Gru first, Gru second, ExtendedAddress shared)
    {
        using var start = new Barrier(2);
        var otherShare = 0.0;
        var other = new Thread(() =>
        {
            for (var round = 0; round < WarmUps + MostRounds; round++)
            {
                start.SignalAndWait();
                otherShare = LibraryThreadClock.Measure(() => Loads(second, shared)).Share;
                start.SignalAndWait();
            }
        });
        other.Start();
        var ratios = new List<double>();
        for (var round = 0; round < WarmUps + MostRounds; round++)
        {
            var alone = LibraryThreadClock.Measure(() => Loads(first, shared));
            start.SignalAndWait();
            var together = LibraryThreadClock.Measure(() => Loads(first, shared));
            start.SignalAndWait();

            // Where others use the processors too, only rounds count in which both threads had one all the time.
            if (round >= WarmUps && Math.Min(otherShare, Math.Min(alone.Share, together.Share)) > 0.97)
                ratios.Add(2 * alone.Wall / together.Wall);
        }

        other.Join();
        var median = ratios.Count == 0 ? 0 : LibraryRounds.Median([.. ratios]);
        table.Add(what, $"{median:F2} × ({ratios.Count} of {MostRounds} rounds undisturbed)", $"≥ 1.8 ×", median >= 1.8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Loads(Gru gru, ExtendedAddress start)
    {
        for (var i = 0UL; i < Operations; i++) gru.Load<ulong>(new(start.Value + (i % 512 * 8)));
    }
}
