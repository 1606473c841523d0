namespace Linearity.Models;

/// <summary>A call on a set.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Element">With which element.</param>
public readonly record struct SetCall(SetVerb Verb, long Element)
{
    /// <inheritdoc/>
    public override string ToString() => Verb switch
    {
        SetVerb.Add => $"add {Element}",
        SetVerb.Remove => $"remove {Element}",
        _ => $"contains {Element}",
    };
}
