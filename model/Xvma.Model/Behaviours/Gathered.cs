using System.Collections.Immutable;

namespace Xvma.Model;

/// <summary>How a gather ended.</summary>
/// <param name="Cause">None when it is complete.</param>
/// <param name="Values">What it has read.</param>
public readonly record struct Gathered(FaultCause Cause, ImmutableArray<ulong> Values)
{
    /// <inheritdoc/>
    public override string ToString() => Cause == FaultCause.None ? $"[{string.Join(", ", Values)}]" : $"exception: {Cause} after [{string.Join(", ", Values)}]";
}
