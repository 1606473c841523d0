namespace Tenet;

/// <summary>One element of a sort, the same in every state.</summary>
public sealed class Constant<T>() : Symbol(typeof(T), isRigid: true)
    where T : struct
{
    /// <summary>The element. Inside a rule only.</summary>
    public T Value => throw NotRun();
}
