using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Tenet;

/// <summary>
/// A kind of thing: the truth values, an enumeration, or a set of any size whose elements are only compared. There is one object for each,
/// so sorts are compared by reference.
/// </summary>
public sealed class Sort
{
    private static readonly ConcurrentDictionary<Type, Sort> Known = new();

    private Sort(string name, ImmutableArray<string> members, Type type)
    {
        Name = name;
        Members = members;
        Type = type;
    }

    /// <summary>The truth values, false before true.</summary>
    public static Sort Truth { get; } = Of(typeof(bool));

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The members of an enumeration in order, the truth values; empty for a sort of any size.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>The C# type that stands for it in expressions.</summary>
    public Type Type { get; }

    /// <summary>Whether its members are known: an enumeration or the truth values.</summary>
    public bool IsEnumeration => !Members.IsEmpty;

    /// <summary>Whether it is the truth values.</summary>
    public bool IsTruth => ReferenceEquals(this, Truth);

    /// <summary>The sort that a C# type stands for: <see cref="bool"/>, an enum, or a type marked <see cref="IElement"/>.</summary>
    /// <exception cref="ArgumentException">It stands for none.</exception>
    public static Sort Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known.GetOrAdd(type, Make);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Sort Make(Type type)
    {
        if (type == typeof(bool)) return new("Truth", ["false", "true"], type);
        if (type.IsEnum && Enum.GetNames(type).Length > Enum.GetValues(type).Cast<object>().Distinct().Count())
            throw new ArgumentException($"{type} is no sort: two of its members are one value", nameof(type));
        if (type.IsEnum) return new(type.Name, [.. Enum.GetNames(type)], type);
        if (typeof(IElement).IsAssignableFrom(type)) return new(type.Name, [], type);
        throw new ArgumentException($"{type} is no sort: use bool, an enum, or a struct marked IElement", nameof(type));
    }
}
