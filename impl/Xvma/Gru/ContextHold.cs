namespace Xvma;

/// <summary>From a miss to the end of the instruction: the context is not stolen (CTX-6).</summary>
internal readonly ref struct ContextHold<TSync>
    where TSync : struct, Sync.ISync
{
    private readonly GruContext<TSync> context;

    public ContextHold(GruContext<TSync> context)
    {
        this.context = context;
        context.Hold();
    }

    public void Dispose() => context.Unhold();
}
