using Xvma;
using Xvma.Sync;

namespace Benchmarks;

/// <summary>bcopy beside the runtime's own copy, between memory that was reserved in the same way.</summary>
internal static unsafe class LibraryCopies
{
    private const long Frame = 2 << 20;
    private const ulong Bytes = 1 << 20;

    public static void Run(LibraryTable table)
    {
        var machine = Machine.Create();
        using var task = machine.StartTask(uid: 1);
        using var other = machine.StartTask(uid: 1);
        other.Join(task.CreateSharedXmm());
        var from = task.MapPrivate((ulong)Frame, PageSize.Of2M).Start;
        var to = task.MapShared((ulong)Frame, PageSize.Of2M).Start;
        var (plainFrom, plainTo) = (SharedMemory<NativeSync>.Reserve(Frame), SharedMemory<NativeSync>.Reserve(Frame));
        var gru = task.Gru;
        gru.Fill(from, (ulong)Frame, 1);
        gru.Fill(to, (ulong)Frame, 2);
        SharedMemory<NativeSync>.Fill(plainFrom, Frame, 1);
        SharedMemory<NativeSync>.Fill(plainTo, Frame, 2);

        var times = LibraryRounds.Medians(
            1,
            () => Buffer.MemoryCopy((void*)plainFrom, (void*)plainTo, Bytes, Bytes),
            () => gru.Copy(from, to, Bytes));
        var ratio = times[0] / times[1];
        table.Add(
            "bcopy of 1 MB, private to shared",
            $"{Bytes / times[1]:F1} GB/s; `Buffer.MemoryCopy` {Bytes / times[0]:F1} GB/s; ratio {ratio:F2}", $"ratio ≥ 0.95", ratio >= 0.95);

        var small = LibraryRounds.Medians(1000, () => Repeat(() => Buffer.MemoryCopy((void*)plainFrom, (void*)plainTo, 64, 64)), () => Repeat(() => gru.Copy(from, to, 64)));
        table.Add("bcopy of 64 bytes", $"{small[1]:F1} ns; `Buffer.MemoryCopy` {small[0]:F1} ns");
        SharedMemory<NativeSync>.Release(plainFrom, Frame);
        SharedMemory<NativeSync>.Release(plainTo, Frame);
    }

    private static void Repeat(Action body)
    {
        for (var i = 0; i < 1000; i++) body();
    }
}
