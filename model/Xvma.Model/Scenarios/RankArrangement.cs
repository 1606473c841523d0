namespace Xvma.Model;

/// <summary>
/// Ranks of a job: each exports its whole private region and has attached the first page of every other's. A page begins with the rank's value; then come
/// arrivals at the barrier, the job's sum at rank 0, and room for what is copied.
/// </summary>
internal sealed class RankArrangement
{
    /// <summary>Arrivals at the barrier.</summary>
    public const ulong Arrivals = 8;

    /// <summary>The sum, at rank 0.</summary>
    public const ulong Sum = 16;

    /// <summary>Where a neighbour's value is copied to.</summary>
    public const ulong Copied = 24;

    private static readonly PageSize Size = PageSize.Of64K;

    private readonly XvmaTask[] tasks;
    private readonly ExtendedAddress[,] places;

    private RankArrangement(XvmaTask[] tasks)
    {
        this.tasks = tasks;
        places = new ExtendedAddress[tasks.Length, tasks.Length];
    }

    /// <summary>Lets each task be a rank; rank r has the value r + 1. What follows are hits.</summary>
    public static RankArrangement Of(AddressLayout layout, params XvmaTask[] tasks)
    {
        var ranks = new RankArrangement(tasks);
        var segments = tasks.Select(task => task.MakeSegment(layout.PrivateRegion)).ToArray();
        for (var rank = 0; rank < tasks.Length; rank++)
        {
            tasks[rank].MapPrivate(Size.Bytes, Size, at: layout.PrivateBase);
            tasks[rank].Gru.Store(layout.PrivateBase, (ulong)rank + 1);
        }

        for (var rank = 0; rank < tasks.Length; rank++)
        {
            for (var other = 0; other < tasks.Length; other++)
            {
                // Its own is attached too, but an exchange needs one translation of it only.
                var attached = tasks[rank].AttachPrivate(tasks[rank].Get(segments[other]), 0, Size.Bytes, Size).Start;
                ranks.places[rank, other] = rank == other ? layout.PrivateBase : attached;
                tasks[rank].Gru.FetchAdd(ranks.places[rank, other], 0UL);
            }
        }

        return ranks;
    }

    /// <summary>Where a rank finds what is in another's memory, or in its own.</summary>
    public ExtendedAddress At(int rank, int other, ulong offset) => places[rank, other] + offset;

    /// <summary>
    /// What each does: it adds its value to the sum, arrives at every rank, and looks once whether all have; if so, it reads the sum and copies its
    /// neighbour's value.
    /// </summary>
    /// <param name="me">Who.</param>
    /// <param name="rank">Which rank it is.</param>
    /// <returns>Whether it has found all arrived, and done all of it.</returns>
    public bool Exchange(MemberBehaviour me, int rank)
    {
        var count = tasks.Length;
        Expect.Done(me.FetchAdd(At(rank, 0, Sum), (ulong)rank + 1).Cause);
        for (var other = 0; other < count; other++) Expect.Done(me.FetchAdd(At(rank, other, Arrivals), 1).Cause);

        var arrived = me.Load(At(rank, rank, Arrivals));
        Expect.Done(arrived.Cause);
        if (arrived.Value != (ulong)count) return false;
        Holds(me.Load(At(rank, 0, Sum)), (ulong)(count * (count + 1) / 2), "INS-4", "All have arrived, and this is not the whole sum");
        var neighbour = (rank + 1) % count;
        var copied = me.Copy(At(rank, neighbour, 0), At(rank, rank, Copied), 8);
        Expect.Done(copied.Cause);
        Holds(me.Load(At(rank, rank, Copied)), (ulong)neighbour + 1, "INS-5", "All have arrived, and this is not the neighbour's value");
        return true;
    }

    private static void Holds(Loaded loaded, ulong expected, string clause, string otherwise)
    {
        Expect.Done(loaded.Cause);
        Expect.That(loaded.Value == expected, clause, $"{otherwise}: {loaded}.");
    }
}
