namespace Linearity.Models;

/// <summary>A call on one of many registers.</summary>
/// <param name="Register">Which.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Value">What goes in.</param>
/// <param name="Expected">What must be there, for a compare-and-exchange.</param>
public readonly record struct RegisterCall(long Register, RegisterVerb Verb, long Value = 0, long Expected = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Verb switch
    {
        RegisterVerb.Read => $"read {Register}",
        RegisterVerb.Write => $"write {Register} ← {Value}",
        RegisterVerb.Exchange => $"exchange {Register} ← {Value}",
        RegisterVerb.Add => $"add {Register} + {Value}",
        _ => $"compare {Register}: {Expected} → {Value}",
    };
}
