using System.IO.MemoryMappedFiles;
using Xvma;

namespace Benchmarks;

/// <summary>Accesses to memory that several share.</summary>
internal static unsafe class CompareAccesses
{
    private const int Operations = 1_000;
    private const int Copies = 4;
    private const ulong MiB = 1UL << 20;

    private static ulong sink;

    public static void Run(CompareTable table)
    {
        var machine = Machine.Create();
        using var one = machine.StartTask(uid: 1);
        using var two = machine.StartTask(uid: 1);
        two.Join(one.CreateSharedXmm());
        var window = one.MapShared(2 * MiB, PageSize.Of2M);
        var (gru, start) = (two.Gru, window.Start);
        gru.Fill(start, 2 * MiB, 1);
        using var file = MemoryMappedFile.CreateNew(null, (long)(2 * MiB));
        using var view = file.CreateViewAccessor();
        using var mutex = new Mutex(false, $"xvma-benchmark-{Environment.ProcessId}");
        byte* plain = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref plain);
        new Span<byte>(plain, (int)(2 * MiB)).Fill(1);
        table.Add(
            "a load of 8 bytes that another may write",
            ["volatile load: the limit", "the library: GRU load, hit", "`MemoryMappedFile` alone", "`MemoryMappedFile` + named mutex"],
            LibraryRounds.Medians(Operations, () => Loads(plain), () => Loads(gru, start), () => Loads(view), () => Loads(mutex, view)));
        table.Add(
            "a copy of 1 MB",
            ["`Buffer.MemoryCopy`: the limit", "the library: bcopy", "`MemoryMappedFile` + named mutex"],
            LibraryRounds.Medians(Copies, () => CopyPlain(plain), () => Copy(gru, start), () => Copy(mutex, plain)));
        view.SafeMemoryMappedViewHandle.ReleasePointer();
    }

    private static void Loads(byte* plain)
    {
        var sum = 0UL;
        for (var i = 0; i < Operations; i++) sum += Volatile.Read(ref *(ulong*)(plain + (i % 512 * 8)));
        sink = sum;
    }

    private static void Loads(Gru gru, ExtendedAddress start)
    {
        var sum = 0UL;
        for (var i = 0; i < Operations; i++) sum += gru.Load<ulong>(start + ((ulong)i % 512 * 8));
        sink = sum;
    }

    private static void Loads(MemoryMappedViewAccessor view)
    {
        var sum = 0UL;
        for (var i = 0; i < Operations; i++) sum += view.ReadUInt64(i % 512 * 8);
        sink = sum;
    }

    private static void Loads(Mutex mutex, MemoryMappedViewAccessor view)
    {
        var sum = 0UL;
        for (var i = 0; i < Operations; i++)
        {
            mutex.WaitOne();
            sum += view.ReadUInt64(i % 512 * 8);
            mutex.ReleaseMutex();
        }

        sink = sum;
    }

    private static void CopyPlain(byte* plain)
    {
        for (var i = 0; i < Copies; i++) Buffer.MemoryCopy(plain, plain + MiB, MiB, MiB);
    }

    private static void Copy(Gru gru, ExtendedAddress start)
    {
        for (var i = 0; i < Copies; i++) gru.Copy(start, start + MiB, MiB);
    }

    private static void Copy(Mutex mutex, byte* plain)
    {
        for (var i = 0; i < Copies; i++)
        {
            mutex.WaitOne();
            Buffer.MemoryCopy(plain, plain + MiB, MiB, MiB);
            mutex.ReleaseMutex();
        }
    }
}
