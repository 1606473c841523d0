namespace Xvma.Spec;

/// <summary>One thing that checks a clause, by name.</summary>
/// <param name="Kind">Where to look for the name.</param>
/// <param name="Name">The name, as its owner spells it.</param>
public readonly record struct Check(CheckKind Kind, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{CheckKindNames.Singular(Kind)} {Name}";
}
