namespace Xvma.Model;

/// <summary>A result that one actor leaves for the check at rest; a cell, since a plain field would not survive re-execution.</summary>
public abstract class Outcome<T>
    where T : struct
{
    /// <summary>What was left; null when the actor did not get that far.</summary>
    public abstract T? Value { get; }

    /// <summary>Leaves <paramref name="value"/> and returns it.</summary>
    public abstract T Record(T value);
}
