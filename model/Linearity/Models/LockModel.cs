namespace Linearity.Models;

/// <summary>A mutual-exclusion lock; its state is who holds it. Entering one that is held takes effect in no state until it is given back.</summary>
public sealed class LockModel : SequentialModel<int?, LockCall, bool>
{
    /// <inheritdoc/>
    public override int? Initial => null;

    /// <inheritdoc/>
    public override IEnumerable<(bool Result, int? After)> Outcomes(int? before, LockCall argument) => argument.Verb switch
    {
        LockVerb.Enter => before is null ? [(true, argument.Holder)] : [],
        LockVerb.TryEnter => before is null ? [(true, argument.Holder)] : [(false, before)],
        _ => before == argument.Holder ? [(true, null)] : [(false, before)],
    };
}
