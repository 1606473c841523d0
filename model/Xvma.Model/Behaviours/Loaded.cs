namespace Xvma.Model;

/// <summary>How an instruction that reads ended.</summary>
/// <param name="Cause">None when it is complete.</param>
/// <param name="Value">What it read; meaningless after an exception.</param>
public readonly record struct Loaded(FaultCause Cause, ulong Value)
{
    /// <inheritdoc/>
    public override string ToString() => Cause == FaultCause.None ? $"{Value}" : $"exception: {Cause}";
}
