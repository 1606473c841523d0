namespace Tenet;

/// <summary>A member of an enumeration, or a truth value.</summary>
public sealed class Literal(Sort sort, int index) : Formula(sort)
{
    /// <summary>True.</summary>
    public static Literal True { get; } = new(Sort.Truth, 1);

    /// <summary>False.</summary>
    public static Literal False { get; } = new(Sort.Truth, 0);

    /// <summary>Its position in <see cref="Sort.Members"/>.</summary>
    public int Index { get; } = index;

    /// <summary>Its name.</summary>
    public string Name => Sort.Members[Index];
}
