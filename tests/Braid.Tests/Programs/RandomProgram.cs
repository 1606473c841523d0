using Xvma.Sync;

namespace Braid.Tests;

/// <summary>A small program drawn from a seed: every kind of operation the explorer orders, on few cells so that they meet.</summary>
public sealed class RandomProgram(int seed, int threads, int operations, RandomProgramKinds kinds) : Program
{
    private readonly List<string>[] texts = new List<string>[threads];
    private Cell[] cells = [];
    private Mutex<BraidSync>[] mutexes = [];
    private ReaderWriterLock<BraidSync> readerWriterLock;
    private WaitQueue<BraidSync> queue;
    private long block;

    public string Text => string.Join("  ∥  ", texts.Select(own => string.Join("; ", own)));

    public override void Arrange(Stage stage)
    {
        cells = Cell.Many("x", 2);
        mutexes = [new("m0"), new("m1")];
        readerWriterLock = new("rw");
        queue = new("q");
        block = SharedMemory<BraidSync>.Reserve(4096);
        var random = new Random(seed);
        for (var thread = 0; thread < threads; thread++)
        {
            texts[thread] = [];
            var left = operations;
            List<Action> steps = [];
            while (left > 0) steps.Add(Draw(random, texts[thread], ref left, 0));
            stage.Thread($"t{thread}", () =>
            {
                foreach (var step in steps) step();
            });
        }
    }

    private Action Draw(Random random, List<string> text, ref int left, int depth)
    {
        while (true)
        {
            var pick = random.Next(kinds.HasFlag(RandomProgramKinds.Fences) ? 27 : 23);
            var cell = random.Next(2);
            var x = cells[cell];
            var value = random.Next(3);
            switch (pick)
            {
                case < 4:
                    left--;
                    text.Add($"load x{cell}");
                    return () => x.Load();
                case < 8:
                    left--;
                    text.Add($"x{cell} = {value}");
                    return () => x.Store(value);
                case < 9:
                    left--;
                    text.Add($"add x{cell}");
                    return () => x.Add(1);
                case < 11:
                    left--;
                    text.Add($"cas x{cell} {value} → {value + 1}");
                    return () => x.TryChange(value, value + 1);
                case < 12 when left >= 2:
                    left -= 2;
                    text.Add($"if x{cell} == {value}: x{1 - cell} = 3");
                    var y = cells[1 - cell];
                    return () =>
                    {
                        if (x.Load() == value) y.Store(3);
                    };
                case 12 or 13 or 14 when kinds.HasFlag(RandomProgramKinds.Locks) && depth < 2 && left >= 2:
                    return Locked(random, text, ref left, depth, pick, random.Next(2));
                case 15 or 16 when kinds.HasFlag(RandomProgramKinds.ReaderWriter) && depth < 2 && left >= 2:
                    return ReadOrWritten(random, text, ref left, depth, random.Next(4));
                case 17 when kinds.HasFlag(RandomProgramKinds.Waits):
                    left--;
                    text.Add($"spin while x{cell} == {value}");
                    return () => x.SpinWhile(value);
                case 18 when kinds.HasFlag(RandomProgramKinds.Waits) && left >= 2:
                    left -= 2;
                    if (random.Next(2) == 0)
                    {
                        text.Add($"x{cell} = {value}; wake");
                        return () =>
                        {
                            x.Store(value);
                            queue.WakeAll();
                        };
                    }

                    text.Add($"wait until x{cell} == {value}");
                    return () => queue.WaitUntil((x, value), static what => what.x.Load() == what.value);
                case 19 when kinds.HasFlag(RandomProgramKinds.Choices):
                    left--;
                    if (random.Next(2) == 0)
                    {
                        text.Add($"x{cell} = choose 2");
                        return () => x.Store(BraidSync.Choose(2, "value"));
                    }

                    text.Add($"delay {value + 1}");
                    return () => BraidSync.Delay(value + 1);
                case 20 or 21 when kinds.HasFlag(RandomProgramKinds.Memory):
                    left--;
                    return Accessed(random, text);
                case 23:
                    left--;
                    text.Add("fence");
                    return BraidSync.Fence;
                case 24 or 25:
                    left--;
                    text.Add("heavy fence");
                    return BraidSync.FenceHeavy;
                case 26:
                    left--;
                    text.Add($"x{cell} =! {value}");
                    return () => x.StoreSequential(value);
                case 22 when kinds.HasFlag(RandomProgramKinds.Memory) && left >= 2:
                    left -= 2;
                    text.Add($"copy {8 * cell} → {8 * (cell + 1)}");
                    return () => SharedMemory<BraidSync>.Copy(block + (8 * cell), block + (8 * (cell + 1)), 8 * (value + 1));
            }
        }
    }

    private Action Accessed(Random random, List<string> text)
    {
        var (offset, how, value) = (4 * random.Next(6), random.Next(8), (ulong)random.Next(3));
        text.Add($"memory {offset} {how} {value}");
        return how switch
        {
            0 or 1 => () => SharedMemory<BraidSync>.Load(block + offset, 4),
            2 or 3 => () => SharedMemory<BraidSync>.Store(block + offset, 4, value),
            4 => () => SharedMemory<BraidSync>.FetchAdd(block + offset, 4, 1),
            5 => () => SharedMemory<BraidSync>.CompareExchange(block + offset, 4, value, value + 1),
            6 => () => SharedMemory<BraidSync>.Fill(block + offset, 12, 1),
            _ => () => SharedMemory<BraidSync>.Release(block, 4096),
        };
    }

    private Action Locked(Random random, List<string> text, ref int left, int depth, int pick, int which)
    {
        left--;
        var mutex = mutexes[which];
        text.Add(pick == 14 ? $"try m{which} {{" : $"lock m{which} {{");
        var inner = Draw(random, text, ref left, depth + 1);
        text.Add("}");
        if (pick == 14)
        {
            return () =>
            {
                if (!mutex.TryEnter(out var held)) return;
                using (held) inner();
            };
        }

        return () =>
        {
            using var held = mutex.Enter();
            inner();
        };
    }

    private Action ReadOrWritten(Random random, List<string> text, ref int left, int depth, int how)
    {
        left--;
        text.Add($"{(how < 2 ? "read" : how == 2 ? "write" : "try write")} {{");
        var inner = Draw(random, text, ref left, depth + 1);
        text.Add("}");
        return how switch
        {
            0 => () =>
            {
                using var held = readerWriterLock.EnterRead();
                inner();
            },
            1 => () =>
            {
                if (!readerWriterLock.TryEnterRead(out var held)) return;
                using (held) inner();
            },
            2 => () =>
            {
                using var held = readerWriterLock.EnterWrite();
                inner();
            },
            _ => () =>
            {
                if (!readerWriterLock.TryEnterWrite(out var held)) return;
                using (held) inner();
            },
        };
    }
}
