using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>A theory with one thing wrong in one action, or in the state at first.</summary>
/// <param name="Id">Where and what, in the theory's words: <c>MEM-2 free: guard without live(f)</c>.</param>
/// <param name="Action">The action as it was; null for the state at first.</param>
/// <param name="Theory">The theory with the edit.</param>
/// <param name="Dropped">What is no longer asked before the action happens, if that is the edit.</param>
public sealed record TheoryMutant(string Id, ActionRule? Action, Theory Theory, Formula? Dropped)
{
    /// <summary>The action as it is now; null for the state at first.</summary>
    public ActionRule? Edited => Action is null ? null : Theory.Action(Action.Name);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
