using System.Collections;
using System.Globalization;

namespace Braid;

/// <summary>
/// Shows what a reference cell holds: what the value says of itself; or, for an array or a collection of the base library, which says its type only, its items:
/// <c>{1, 2}</c>, <c>{1: a, 2: b}</c>.
/// </summary>
/// <remarks>
/// Other types' items are not asked for: to enumerate them could run code under test, and so operations on cells, in the middle of a step.
/// </remarks>
internal static class ValueText
{
    /// <summary>Items of a collection that are shown; what is beyond is counted.</summary>
    public const int MostItems = 8;

    // A collection of collections of collections, and one that holds itself, come to an end.
    private const int MostLevels = 3;

    private const string Deeper = "{…}";

    // They have an order of their own, which need not be the keys' natural one.
    private static readonly HashSet<string> Sorted = ["SortedSet`1", "SortedDictionary`2", "SortedList`2", "SortedList", "OrderedDictionary`2", "ImmutableSortedSet`1", "ImmutableSortedDictionary`2"];

    /// <summary>The value in words, the same in every run.</summary>
    public static string Of(object? value) => Of(value, level: 0);

    /// <summary>
    /// Whether both are one value: one object, or equal by their own account, or collections of one type of the same items. Not that both are shown the same.
    /// </summary>
    public static bool IsSame(object? one, object? other) => IsSame(one, other, level: 0);

    private static bool IsSame(object? one, object? other, int level)
    {
        if (ReferenceEquals(one, other)) return true;
        if (one is null || other is null) return false;
        if (Equals(one, other)) return true;
        return level < MostLevels && one.GetType() == other.GetType() && IsCollection(one)
            && InOrder(one) is var mine && InOrder(other) is var theirs && mine.Count == theirs.Count
            && mine.Zip(theirs).All(pair => IsSame(pair.First.Key, pair.Second.Key, level + 1) && IsSame(pair.First.Value, pair.Second.Value, level + 1));
    }

    private static string Of(object? value, int level)
    {
        if (value is null) return "null";
        if (!IsCollection(value)) return value.ToString() ?? "null";
        if (level == MostLevels) return Deeper;
        var items = InOrder(value);
        var shown = items.Take(MostItems).Select(item => item.IsPair ? $"{Of(item.Key, level + 1)}: {Of(item.Value, level + 1)}" : Of(item.Value, level + 1));
        return $"{{{string.Join(", ", shown)}{(items.Count <= MostItems ? "" : $", … and {(items.Count - MostItems).ToString(CultureInfo.InvariantCulture)} more")}}}";
    }

    private static bool IsCollection(object value)
    {
        var type = value.GetType();
        return value is IEnumerable
            && (type.IsArray || type.Namespace is { } name && (name == "System.Collections" || name.StartsWith("System.Collections.", StringComparison.Ordinal)));
    }

    private static List<Item> InOrder(object collection)
    {
        var type = collection.GetType();
        if (type.IsValueType && Equals(collection, Activator.CreateInstance(type))) return []; // an immutable array that was never made
        List<Item> items = [.. ((IEnumerable)collection).Cast<object?>().Select(Item.Of)];
        return IsWithoutOrder(type) ? [.. items.OrderBy(item => item.IsPair ? item.Key : item.Value, ItemOrder.Instance)] : items;
    }

    // Of the others, dictionaries and sets are in the order of their hashes, which may be another in the next run.
    private static bool IsWithoutOrder(Type type) => !Sorted.Contains(type.Name) && (typeof(IDictionary).IsAssignableFrom(type)
        || type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() is var what
            && (what == typeof(IReadOnlyDictionary<,>) || what == typeof(ISet<>) || what == typeof(IReadOnlySet<>))));

    private readonly record struct Item(bool IsPair, object? Key, object? Value)
    {
        public static Item Of(object? item)
        {
            if (item is DictionaryEntry entry) return new(true, entry.Key, entry.Value);
            if (item?.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(KeyValuePair<,>)) return new(false, null, item);
            return new(true, type.GetProperty(nameof(Key))!.GetValue(item), type.GetProperty(nameof(Value))!.GetValue(item));
        }
    }

    private sealed class ItemOrder : IComparer<object?>
    {
        public static ItemOrder Instance { get; } = new();

        // Numbers and the like by themselves, everything else as it is shown.
        public int Compare(object? one, object? other) => one is IComparable and not string && one.GetType() == other?.GetType()
            ? Comparer.DefaultInvariant.Compare(one, other)
            : string.CompareOrdinal(ValueText.Of(one), ValueText.Of(other));
    }
}
