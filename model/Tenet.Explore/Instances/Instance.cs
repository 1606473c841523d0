using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>
/// A theory with so many elements of each sort and one interpretation of its rigid symbols: finite, so that every reachable state can be visited.
/// Immutable; the methods return changed copies.
/// </summary>
/// <param name="Name">Its name, unique in its catalogue.</param>
/// <param name="Theory">What it is an instance of.</param>
public sealed partial record Instance(string Name, Theory Theory)
{
    /// <summary>One sentence on what it is there to show.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The elements of each sort of any size, by name.</summary>
    public ImmutableDictionary<Sort, ImmutableArray<string>> Elements { get; init; } = ImmutableDictionary<Sort, ImmutableArray<string>>.Empty;

    /// <summary>What rigid symbols are: from the positions of the arguments to the position of the value in its sort (1 for true).</summary>
    public ImmutableDictionary<Symbol, Func<int[], int>> Interpretation { get; init; } = ImmutableDictionary<Symbol, Func<int[], int>>.Empty;

    /// <summary>What functions into sorts of any size are at first, which the theory leaves open; without it, every value is tried.</summary>
    public ImmutableDictionary<Symbol, Func<int[], int>> Start { get; init; } = ImmutableDictionary<Symbol, Func<int[], int>>.Empty;

    /// <summary>
    /// What has happened before the exploration begins: actions, also such that take no part, with the positions of their arguments. What is
    /// reachable from there is reachable.
    /// </summary>
    public ImmutableArray<(string Action, ImmutableArray<int> Arguments)> Prelude { get; init; } = [];

    /// <summary>The actions that take part; null for all.</summary>
    public ImmutableHashSet<string>? Actions { get; init; }

    /// <summary>Sorts whose elements may change places without anyone noticing: states that differ in that only are visited once.</summary>
    public ImmutableArray<Sort> Interchangeable { get; init; } = [];

    /// <summary>Whether a state in which nothing can happen is an end and not a deadlock.</summary>
    public bool MayEnd { get; init; }

    /// <summary>Whether responses are checked; needs every state, so it excludes symmetry.</summary>
    public bool ChecksResponses { get; init; } = true;

    /// <summary>Whether there are responses to check.</summary>
    public bool HasResponses => ChecksResponses && Theory.Of(PropertyKind.Response).Any();

    /// <summary>What an exploration of it finds; null when nobody has said.</summary>
    public Expectation? Expected { get; init; }

    /// <summary>Whether it is too large for every day.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Whether this action takes part.</summary>
    public bool Takes(ActionRule action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Actions is null || Actions.Contains(action.Name);
    }

    /// <summary>With so many elements of a sort, named by the sort: <c>task 1</c>, <c>task 2</c>.</summary>
    public Instance With<T>(int count)
        where T : struct, IElement
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var name = ElementNames.Of(Sort.Of(typeof(T)));
        return With<T>([.. Enumerable.Range(1, count).Select(number => $"{name} {number}")]);
    }

    /// <summary>With these elements of a sort.</summary>
    public Instance With<T>(params string[] names)
        where T : struct, IElement
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfZero(names.Length, nameof(names));
        return this with { Elements = Elements.SetItem(Sort.Of(typeof(T)), [.. names]) };
    }

    /// <summary>With interchangeable elements of a sort.</summary>
    public Instance WithInterchangeable<T>(int count)
        where T : struct, IElement
    {
        var with = With<T>(count);
        return with with { Interchangeable = Interchangeable.Add(Sort.Of(typeof(T))) };
    }

    /// <summary>Without these actions.</summary>
    /// <exception cref="InstanceException">There is no such action.</exception>
    public Instance Without(params string[] actions) =>
        this with { Actions = [.. Theory.Actions.Where(Takes).Select(action => action.Name).Except(Known(actions))] };

    /// <summary>With these actions only.</summary>
    /// <exception cref="InstanceException">There is no such action.</exception>
    public Instance Only(params string[] actions) => this with { Actions = [.. Known(actions)] };

    /// <summary>After this action has happened, with arguments given as positions in their sorts; see <see cref="Prelude"/>.</summary>
    /// <exception cref="InstanceException">There is no such action.</exception>
    public Instance After(string action, params ReadOnlySpan<int> arguments) =>
        this with { Prelude = Prelude.Add((Known([action])[0], [.. arguments])) };

    /// <summary>The name of an element, or of an enumeration's member, by its position.</summary>
    public string NameOf(Sort sort, int position)
    {
        ArgumentNullException.ThrowIfNull(sort);
        return sort.IsEnumeration ? sort.Members[position] : Elements[sort][position];
    }

    private string[] Known(string[] actions)
    {
        var unknown = actions.Where(name => !Theory.Actions.Any(action => action.Name == name)).ToList();
        return unknown.Count == 0
            ? actions
            : throw new InstanceException([.. unknown.Select(name => $"{Name}: no action is called '{name}'")]);
    }
}
