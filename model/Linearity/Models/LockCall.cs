namespace Linearity.Models;

/// <summary>A call on a lock.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Holder">For whom.</param>
public readonly record struct LockCall(LockVerb Verb, int Holder)
{
    /// <inheritdoc/>
    public override string ToString() => Verb switch
    {
        LockVerb.Enter => "enter",
        LockVerb.TryEnter => "try enter",
        _ => "exit",
    };
}
