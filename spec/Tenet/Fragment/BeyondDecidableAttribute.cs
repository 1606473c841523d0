namespace Tenet;

/// <summary>Marks a vocabulary whose theories may leave the decidable fragment: to be explored, not proved.</summary>
/// <param name="reason">Why it has to, in one line.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeyondDecidableAttribute(string reason) : Attribute
{
    /// <summary>Why it has to.</summary>
    public string Reason { get; } = reason;
}
