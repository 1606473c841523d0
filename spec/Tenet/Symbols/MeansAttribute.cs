namespace Tenet;

/// <summary>One line of prose on what a symbol or a rule means: shown wherever its formula is.</summary>
/// <param name="text">The line.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class MeansAttribute(string text) : Attribute
{
    /// <summary>The line.</summary>
    public string Text { get; } = text;
}
