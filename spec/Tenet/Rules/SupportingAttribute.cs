namespace Tenet;

/// <summary>Marks an invariant as supporting: true of every state and needed for the proof, but not itself a claim.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SupportingAttribute : Attribute;
