namespace Tenet;

/// <summary>The clauses that a rule states.</summary>
/// <param name="ids">At least one; the first is the one it is shown by.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClauseAttribute(params string[] ids) : Attribute
{
    /// <summary>The ids.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}
