namespace Tenet;

/// <summary>What an action does, as an expression says it: refusals, a guard, changes that take effect together. Never run.</summary>
public sealed class Step
{
    private Step()
    {
    }

    /// <summary>What must hold for the action to happen.</summary>
    public Step When(bool guard) => NotRun(this);

    /// <summary>What the action answers, changing nothing, when <paramref name="when"/> holds and no refusal before it applies.</summary>
    public Step Refuse<TError>(TError error, bool when)
        where TError : struct, Enum => NotRun(this);

    /// <summary>A change of one cell of the state. All right-hand sides are values before the step.</summary>
    public Step Set<T>(T cell, T value) => NotRun(this);

    /// <summary>A change of a cell for each of these elements: <c>ForEach((Page p) =&gt; Set(dirty[p], false))</c>.</summary>
    public Step ForEach<T1>(Func<T1, Step> change)
        where T1 : struct => NotRun(this);

    /// <summary>A change of a cell for each of these elements: <c>ForEach((Page p) =&gt; Set(dirty[p], false))</c>.</summary>
    public Step ForEach<T1, T2>(Func<T1, T2, Step> change)
        where T1 : struct
        where T2 : struct => NotRun(this);

    /// <summary>A change of a cell for each of these elements: <c>ForEach((Page p) =&gt; Set(dirty[p], false))</c>.</summary>
    public Step ForEach<T1, T2, T3>(Func<T1, T2, T3, Step> change)
        where T1 : struct
        where T2 : struct
        where T3 : struct => NotRun(this);

    /// <summary>A change of a cell for each of these elements: <c>ForEach((Page p) =&gt; Set(dirty[p], false))</c>.</summary>
    public Step ForEach<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Step> change)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => NotRun(this);

    private static Step NotRun(Step step) => throw new InvalidOperationException($"an action is read, not run: {step}");
}
