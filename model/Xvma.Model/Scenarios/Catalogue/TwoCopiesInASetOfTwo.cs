namespace Xvma.Model;

/// <summary>
/// Two copies need two translations each, at once, and there is room for two: whoever has missed too often takes the turn, and misses a few times more
/// and no oftener.
/// </summary>
[Scenario("two copies in a set of two", "FLT-14", "FLT-16", "FLT-17", "INS-5", "INV-12")]
internal sealed class TwoCopiesInASetOfTwo(World world) : Scenario(world)
{
    /// <summary>Of one copy: one before it asks for the turn, and then one of each operand.</summary>
    private const int MostMisses = 3;

    private Window first;
    private Window second;
    private long arranged;

    protected override MachineOptions Options => base.Options with { MissesBeforeTurn = 1 };

    private long Misses => Machine.Statistics[GruEvent.MissInMap] + Machine.Statistics[GruEvent.MissWithoutContext];

    protected override void Arrange()
    {
        first = Pages(Task(uid: 1000, FirstCopier));
        second = Pages(Task(uid: 1000, SecondCopier));
        arranged = Misses;
    }

    [Actor]
    private void FirstCopier(FaultBehaviour me) => Copy(me, first);

    [Actor]
    private void SecondCopier(FaultBehaviour me) => Copy(me, second);

    protected override void AtRest() =>
        Expect.That(Misses - arranged <= 2 * MostMisses, "FLT-16", $"Two copies have missed {Misses - arranged} times; {2 * MostMisses} is the most.");

    /// <summary>Two pages with memory.</summary>
    private static Window Pages(XvmaTask task)
    {
        var pages = task.MapPrivate(2 * PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Gru.Store(pages.Start, 7UL);
        task.Gru.Store(pages.Start + PageSize.Of64K.Bytes, 0UL);
        return pages;
    }

    private static void Copy(FaultBehaviour me, Window pages)
    {
        var copied = me.Copy(pages.Start, pages.Start + PageSize.Of64K.Bytes, 8);
        Expect.That(copied is { Cause: FaultCause.None, Bytes: 8 }, "INS-5", $"The copy has ended with {copied.Cause} after {copied.Bytes} bytes.");
    }
}
