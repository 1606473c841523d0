namespace Xvma.Model;

/// <summary>Two members write, flush, and read what the other writes: one of them at least comes after the other and sees it.</summary>
[Scenario("flush against flush", "INS-13", "INS-3", "INV-3")]
internal sealed class FlushAgainstFlush(World world) : Scenario(world)
{
    private ExtendedAddress left;
    private ExtendedAddress right;
    private Outcome<ulong> seenByOne = null!;
    private Outcome<ulong> seenByOther = null!;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, One, Other);
        left = group.Maps(PageSize.Of64K).Start;
        right = left + 64;
        foreach (var task in new[] { group.First, Machine.FindTask(group.First.Id + 1)! }) task.Gru.Store(left, 0UL); // what follows are hits
        seenByOne = Outcome<ulong>("what one saw");
        seenByOther = Outcome<ulong>("what the other saw");
    }

    [Actor]
    private void One(FaultBehaviour me) => seenByOne.Record(WriteThenRead(me, left, right));

    [Actor]
    private void Other(FaultBehaviour me) => seenByOther.Record(WriteThenRead(me, right, left));

    protected override void AtRest() =>
        Expect.That(seenByOne.Value + seenByOther.Value > 0, "INS-13", "Both have flushed what they wrote, and neither sees the other's.");

    private static ulong WriteThenRead(FaultBehaviour me, ExtendedAddress own, ExtendedAddress others)
    {
        Expect.Done(me.Store(own, 1));
        Expect.Done(me.Flush(own));
        var loaded = me.Load(others);
        Expect.Value(loaded, 0, 1);
        return loaded.Value;
    }
}
