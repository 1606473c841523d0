using System.Globalization;
using Xvma;

namespace Benchmarks;

/// <summary>Look-ups and hits while another thread maps and unmaps in the same space.</summary>
internal static class ScalingWriters
{
    private const int Operations = 200_000;
    private const int Rounds = 60;
    private const int WarmUps = 20;

    private static readonly object Memory = new();

    public static void Run(ScalingReport report)
    {
        var machine = Machine.Create();
        using var reader = machine.StartTask(uid: 1);
        using var writer = machine.StartTask(uid: 1);
        writer.Join(reader.CreateSharedXmm());
        var window = reader.MapShared(4096, PageSize.Of4K).Start;
        var gru = reader.Gru;
        gru.Store(window, 1UL);
        var map = MappingMap<object>.Empty;
        for (var i = 0UL; i < 1_000; i++)
            map.TryInsert(new(new(AddressLayout.Default.SharedBase + (i * 8192), 4096), PageSize.Of4K, Rights.ReadWrite, Memory), out map);
        report.Add("## With a writer at work\n");
        report.Add("| what | beside itself alone | changes meanwhile, each |");
        report.Add("|---|---|---|");
        Add(report, "hits in the TLB", () => Hits(gru, window), () => writer.Unmap(writer.MapShared(4096, PageSize.Of4K).Range));
        Add(report, "look-ups in the map", () => LookUps(map), () => writer.Unmap(writer.MapShared(4096, PageSize.Of4K).Range));
    }

    private static void Add(ScalingReport report, string what, Action read, Action write)
    {
        using var start = new Barrier(2);
        var isOver = 0;
        var changes = 0;
        var other = new Thread(() =>
        {
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                start.SignalAndWait();
                for (; Volatile.Read(ref isOver) == 0; changes++) write();
                start.SignalAndWait();
            }
        });
        other.Start();
        var ratios = new List<double>();
        var (wall, counted) = (0.0, 0);
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var alone = LibraryThreadClock.Measure(read);
            Volatile.Write(ref isOver, 0);
            var before = changes;
            start.SignalAndWait();
            var together = LibraryThreadClock.Measure(read);
            Volatile.Write(ref isOver, 1);
            start.SignalAndWait();

            // Where others use the processors too, only rounds count in which the reader had one all the time.
            if (round < WarmUps || Math.Min(alone.Share, together.Share) <= 0.9) continue;
            ratios.Add(alone.Wall / together.Wall);
            (wall, counted) = (wall + together.Wall, counted + changes - before);
        }

        other.Join();
        var ratio = ratios.Count == 0 ? 0 : LibraryRounds.Median([.. ratios]);
        report.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {ratio:F2} × (asked for: ≥ 0.8; {ratios.Count} of {Rounds} rounds undisturbed) | {wall / Math.Max(counted, 1) / 1000:F1} µs |"));
    }

    private static void Hits(Gru gru, ExtendedAddress address)
    {
        for (var i = 0; i < Operations; i++) gru.Load<ulong>(address);
    }

    private static void LookUps(MappingMap<object> map)
    {
        for (var i = 0UL; i < Operations / 4; i++) map.TryFind(AddressLayout.Default.SharedBase + (i % 1_000 * 8192), out _);
    }
}
