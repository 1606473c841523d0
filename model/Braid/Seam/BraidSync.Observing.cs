namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    /// <remarks>Whether the program that is being explored has an observer.</remarks>
    public static bool IsObserved => Execution.Current.IsObserved;

    /// <inheritdoc/>
    /// <remarks>A value of several words is an object here, so that whatever is done with it is one step.</remarks>
    public static bool IsPlain => false;

    /// <inheritdoc/>
    /// <remarks>No scheduling point.</remarks>
    public static void Tell<T>(T what)
        where T : notnull => Execution.Current.Tell(what);
}
