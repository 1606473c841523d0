namespace Linearity.Models;

/// <summary>Atomic registers, each independent of the others.</summary>
/// <param name="initial">What each holds at first.</param>
public sealed class RegisterModel(long initial = 0) : DeterministicModel<long, RegisterCall, long>
{
    /// <inheritdoc/>
    public override long Initial => initial;

    /// <inheritdoc/>
    public override (long Result, long After) Apply(long before, RegisterCall argument) => argument.Verb switch
    {
        RegisterVerb.Read => (before, before),
        RegisterVerb.Write => (0, argument.Value),
        RegisterVerb.Exchange => (before, argument.Value),
        RegisterVerb.Add => (before, unchecked(before + argument.Value)),
        _ => (before, before == argument.Expected ? argument.Value : before),
    };

    /// <inheritdoc/>
    public override object PartitionOf(RegisterCall argument) => argument.Register;
}
