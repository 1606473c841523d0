using Xvma;

namespace RankJob;

/// <summary>
/// The job of the original description: ranks of one uid that see each other's memory beforehand, and then copy from user to user with no call.
/// </summary>
/// <remarks>The ids of the segments are what a launcher tells its ranks; nothing else goes between them but through the GRU.</remarks>
public sealed class Job : IDisposable
{
    private readonly Rank[] ranks;

    private Job(Rank[] ranks) => this.ranks = ranks;

    /// <summary>The ranks, by number.</summary>
    public IReadOnlyList<Rank> Ranks => ranks;

    /// <summary>Starts the ranks' tasks and lets each export its whole address space.</summary>
    /// <param name="machine">Where.</param>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="uid">Of all of them.</param>
    /// <param name="bytes">Memory of each rank for its own use; a positive multiple of 64 KB.</param>
    public static Job Start(Machine machine, int count, int uid = 1000, ulong bytes = 1 << 20)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var segments = new SegmentId[count];
        var ranks = new Rank[count];
        for (var number = 0; number < count; number++)
        {
            ranks[number] = new(machine, machine.StartTask(uid), number, segments, bytes);
            segments[number] = ranks[number].Export();
        }

        return new(ranks);
    }

    /// <summary>Runs the same program on all ranks, each on a thread of its own, and returns when all have ended.</summary>
    /// <param name="program">Begins with the memory of all ranks attached. A rank whose program throws ends, as a process would: the others meet that.</param>
    /// <exception cref="AggregateException">What ranks have thrown, of each at most one.</exception>
    public void Run(Action<Rank> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var thrown = new Exception?[ranks.Length];
        var threads = ranks.Select(rank => new Thread(() =>
        {
            try
            {
                rank.AttachAll();
                program(rank);
            }
            catch (Exception exception)
            {
                thrown[rank.Number] = exception;
                rank.Task.Dispose();
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (thrown.OfType<Exception>().ToArray() is { Length: > 0 } all) throw new AggregateException(all);
    }

    /// <summary>Ends the ranks that have not ended, in any order.</summary>
    public void Dispose()
    {
        foreach (var rank in ranks) rank.Task.Dispose();
    }
}
