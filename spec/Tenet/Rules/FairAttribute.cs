namespace Tenet;

/// <summary>Marks an action as fair: enabled for ever for some parameters, it happens for them (weak fairness).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FairAttribute : Attribute;
