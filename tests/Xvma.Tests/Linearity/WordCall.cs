namespace Xvma.Tests.Linearity;

/// <summary>A call of the library about one page.</summary>
internal readonly record struct WordCall(ulong Page, WordVerb Verb, ulong Value = 0, ulong Expected = 0)
{
    public override string ToString() => Verb switch
    {
        WordVerb.Map or WordVerb.Unmap or WordVerb.Load => $"{Verb} {Page:x}",
        WordVerb.CompareAndSwap => $"{Verb} {Page:x} {Expected} → {Value}",
        _ => $"{Verb} {Page:x} {Value}",
    };

    /// <summary>Makes the call for a task.</summary>
    public WordAnswer Perform(XvmaTask task, ExtendedAddress at)
    {
        ulong old = 0;
        var isDone = Verb switch
        {
            WordVerb.Map => task.TryMapShared(4096, PageSize.Of4K, at: at).IsOk,
            WordVerb.Unmap => task.TryUnmap(new(at, 4096)).IsOk,
            WordVerb.Load => Done(task.Gru.TryLoad(at, 8, out old)),
            WordVerb.Store => Done(task.Gru.TryStore(at, 8, Value)),
            WordVerb.FetchAdd => Done(task.Gru.TryFetchAdd(at, 8, Value, out old)),
            WordVerb.Swap => Done(task.Gru.TrySwap(at, 8, Value, out old)),
            WordVerb.FetchAnd => Done(task.Gru.TryFetchAnd(at, 8, Value, out old)),
            WordVerb.FetchOr => Done(task.Gru.TryFetchOr(at, 8, Value, out old)),
            WordVerb.FetchXor => Done(task.Gru.TryFetchXor(at, 8, Value, out old)),
            _ => Done(task.Gru.TryCompareAndSwap(at, 8, Expected, Value, out old)),
        };
        return new(isDone, isDone ? old : 0);
    }

    private static bool Done(FaultCause cause) => cause switch
    {
        FaultCause.None => true,
        FaultCause.NotMapped => false,
        _ => throw new InvalidOperationException($"The instruction ended in {cause}."),
    };
}
