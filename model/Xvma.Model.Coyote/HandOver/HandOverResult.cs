namespace Xvma.Model.Coyote;

/// <summary>What became of a trace of Coyote that was handed over to Braid.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Operations">Operations of the seam that Coyote's trace holds.</param>
/// <param name="InOrder">How many of them, from the first on, Braid took in the same order.</param>
/// <param name="Found">The failure in Braid, made small; null when there is none.</param>
/// <param name="Explanation">In a sentence, why it is no better.</param>
public sealed record HandOverResult(HandOverOutcome Outcome, int Operations, int InOrder, FoundFailure? Found, string Explanation)
{
    /// <summary>Whether the failure that Coyote found is now one of Braid's.</summary>
    public bool IsHandedOver => Outcome is HandOverOutcome.SameOrder or HandOverOutcome.NearOrder or HandOverOutcome.OwnSearch;

    internal static HandOverResult None(string why) => new(HandOverOutcome.NoOrder, 0, 0, null, why);
}
