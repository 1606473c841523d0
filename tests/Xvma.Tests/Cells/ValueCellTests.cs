using Xvma.Sync;
using Xvma.Tests.Support;

namespace Xvma.Tests.Cells;

/// <summary>Cells of several words, which production keeps in place and an observer is shown as objects: the same either way.</summary>
public sealed class ValueCellTests
{
    [Fact]
    public void A_value_is_read_changed_and_taken()
    {
        Each<NativeSync>();
        Each<RecordingSync>();

        static void Each<TSync>()
            where TSync : struct, ISync
        {
            var cell = new Holder<TSync>();
            Assert.Null(cell.Value.Load().Value);
            Assert.Null(cell.Value.Take());
            cell.Value.Store(new(1, 2, 3));
            var seen = cell.Value.Load();
            Assert.Equal(new(1, 2, 3), seen.Value);
            Assert.True(seen.IsSame(cell.Value.Load()));
            Assert.True(cell.Value.TryChange(in seen, new(4, 5, 6)));
            Assert.False(cell.Value.TryChange(in seen, new(7, 8, 9)));
            Assert.Equal(new(4, 5, 6), cell.Value.Take());
            Assert.Null(cell.Value.Load().Value);
        }
    }

    /// <summary>What a purge does to a fault in progress, and what the next fault on the same page is: the same value, and another version (FLT-3).</summary>
    [Fact]
    [Trait("Clause", "FLT-3")]
    public void An_equal_value_written_since_is_another_version()
    {
        Each<NativeSync>();
        Each<RecordingSync>();

        static void Each<TSync>()
            where TSync : struct, ISync
        {
            var cell = new Holder<TSync>();
            cell.Value.Store(new(1, 2, 3));
            var seen = cell.Value.Load();
            Assert.True(cell.Value.TryChange(in seen, seen.Value));
            Assert.False(cell.Value.Load().IsSame(seen));
            Assert.False(cell.Value.TryChange(in seen, null));

            seen = cell.Value.Load();
            Assert.Equal(new(1, 2, 3), cell.Value.Take());
            cell.Value.Store(new(1, 2, 3));
            Assert.False(cell.Value.Load().IsSame(seen));
            Assert.False(cell.Value.TryChange(in seen, null));
            Assert.Equal(new(1, 2, 3), cell.Value.Load().Value);
        }
    }

    /// <summary>Of a value so wide that a writer gets in between often: without the reader's second look at the sequence number, this fails.</summary>
    [Fact]
    public void Nobody_reads_half_a_value_and_no_change_is_lost()
    {
        const int Rounds = 10_000;
        var cell = new Wide();
        cell.Value.Store(Words.Of(0));
        Running.Together(Add, Add, () =>
        {
            for (var last = 0L; last < 2 * Rounds;)
            {
                var read = cell.Value.Load().Value!.Value;
                Assert.Equal(read[0], read[Words.Length - 1]);
                Assert.InRange(read[0], last, 2 * Rounds);
                last = read[0];
            }
        });

        void Add()
        {
            for (var done = 0; done < Rounds;)
            {
                var seen = cell.Value.Load();
                if (cell.Value.TryChange(in seen, Words.Of(seen.Value!.Value[0] + 1))) done++;
            }
        }
    }

    [Fact]
    public void Of_what_is_taken_by_several_each_has_it_once()
    {
        const int Rounds = 20_000;
        var cell = new Holder<NativeSync>();
        long taken = 0, done = 0;
        Running.Together(
            () =>
            {
                for (var round = 1L; round <= Rounds; round++)
                {
                    while (cell.Value.Load().Value is not null) Thread.SpinWait(1);
                    cell.Value.Store(new(round, round, round));
                }

                Volatile.Write(ref done, 1);
            },
            Take,
            Take);
        Assert.Equal(Rounds * (Rounds + 1L) / 2, taken);

        void Take()
        {
            while (Volatile.Read(ref done) == 0 || cell.Value.Load().Value is not null)
            {
                if (cell.Value.Take() is { } value) Interlocked.Add(ref taken, value.First);
            }
        }
    }

    [Fact]
    public void What_is_remembered_is_the_very_object_natively_and_nothing_under_an_observer()
    {
        Memo<NativeSync, string> native = default;
        Memo<RecordingSync, string> observed = default;
        Assert.Null(native.Recall());
        native.Remember("entry");
        observed.Remember("entry");
        Assert.Same("entry", native.Recall());
        Assert.Null(observed.Recall());
    }

    private sealed class Holder<TSync>
        where TSync : struct, ISync
    {
        public AtomicValue<TSync, Triple> Value = new("value");
    }

    private sealed class Wide
    {
        public AtomicValue<NativeSync, Words> Value = new("wide value");
    }

    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct Words
    {
        public const int Length = 500;

        private long first;

        public static Words Of(long value)
        {
            Words words = default;
            ((Span<long>)words).Fill(value);
            return words;
        }
    }

    private readonly record struct Triple(long First, long Second, long Third);
}
