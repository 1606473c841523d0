namespace Linearity.Models;

/// <summary>A counter that is added to and gives the sum; adding 0 reads it.</summary>
public sealed class CounterModel : DeterministicModel<long, long, long>
{
    /// <inheritdoc/>
    public override long Initial => 0;

    /// <inheritdoc/>
    public override (long Result, long After) Apply(long before, long argument) => (before + argument, before + argument);
}
