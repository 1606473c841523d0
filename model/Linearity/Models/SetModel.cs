namespace Linearity.Models;

/// <summary>A set, empty at first; each element is a part of its own.</summary>
public sealed class SetModel : DeterministicModel<bool, SetCall, bool>
{
    /// <inheritdoc/>
    public override bool Initial => false;

    /// <inheritdoc/>
    public override (bool Result, bool After) Apply(bool before, SetCall argument) => argument.Verb switch
    {
        SetVerb.Add => (!before, true),
        SetVerb.Remove => (before, false),
        _ => (before, before),
    };

    /// <inheritdoc/>
    public override object PartitionOf(SetCall argument) => argument.Element;
}
