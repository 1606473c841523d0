namespace Tenet;

/// <summary>The clauses that a rule states.</summary>
/// <param name="ids">At least one; the first is the one it is shown by.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClauseAttribute(params string[] ids) : Attribute
{
    /// <summary>The ids.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Marks an action as fair: enabled for ever for some parameters, it happens for them (weak fairness).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FairAttribute : Attribute;

/// <summary>Marks an invariant as supporting: true of every state and needed for the proof, but not itself a claim.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SupportingAttribute : Attribute;
