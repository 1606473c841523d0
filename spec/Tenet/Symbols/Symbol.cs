using System.Collections.Immutable;

namespace Tenet;

/// <summary>
/// A relation, function or constant: part of the state, or rigid (the same in every state). Named by the property of the
/// <see cref="Vocabulary"/> that holds it.
/// </summary>
public abstract class Symbol
{
    private protected Symbol(Type result, bool isRigid, params ReadOnlySpan<Type> arguments)
    {
        Result = Sort.Of(result);
        IsRigid = isRigid;
        var sorts = ImmutableArray.CreateBuilder<Sort>(arguments.Length);
        foreach (var type in arguments) sorts.Add(Sort.Of(type));
        Arguments = sorts.MoveToImmutable();
    }

    /// <summary>Its name in formulas, in lower camel case.</summary>
    public string Name { get; internal set; } = "?";

    /// <summary>One line of prose on what it means, from its <see cref="MeansAttribute"/>.</summary>
    public string Meaning { get; internal set; } = "";

    /// <summary>The sorts of its arguments, up to four.</summary>
    public ImmutableArray<Sort> Arguments { get; }

    /// <summary>The sort of its value; <see cref="Sort.Truth"/> for a relation.</summary>
    public Sort Result { get; }

    /// <summary>Whether it is the same in every state: no action may change it.</summary>
    public bool IsRigid { get; }

    /// <summary>What it abbreviates, of a defined predicate; null for what the state or the axioms give.</summary>
    public Definition? Definition { get; internal set; }

    /// <summary>Its position in the vocabulary.</summary>
    public int Index { get; internal set; } = -1;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected static InvalidOperationException NotRun() =>
        new("a formula is read, not run: it belongs inside a lambda expression of a rule");
}
