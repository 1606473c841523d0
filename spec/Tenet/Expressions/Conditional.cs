namespace Tenet;

/// <summary>One of two terms of one sort.</summary>
public sealed class Conditional(Formula condition, Formula then, Formula otherwise) : Formula(then.Sort)
{
    /// <summary>Decides.</summary>
    public Formula Condition { get; } = condition;

    /// <summary>The value when the condition holds.</summary>
    public Formula Then { get; } = then;

    /// <summary>The value when it does not.</summary>
    public Formula Otherwise { get; } = otherwise;
}
