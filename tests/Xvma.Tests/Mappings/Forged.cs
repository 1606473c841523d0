using System.Reflection;

namespace Xvma.Tests.Mappings;

/// <summary>Maps that no operation makes, put together behind the library's back to see that they are noticed.</summary>
internal static class Forged
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static MappingMap<object> WithCount(MappingMap<object> map, int count) => Map(RootOf(map), count, map.MappedBytes);

    public static MappingMap<object> OfLeaf(params Mapping<object>[] mappings) =>
        Map(Node(mappings, isLeaf: true), mappings.Length, mappings.Aggregate(0UL, (sum, mapping) => sum + mapping.Range.Length));

    public static MappingMap<object> OfLeaves(params Mapping<object>[][] leaves)
    {
        var nodes = leaves.Select(leaf => Node(leaf, isLeaf: true)).ToArray();
        var all = leaves.SelectMany(leaf => leaf).ToArray();
        return Map(Node(nodes, isLeaf: false), all.Length, all.Aggregate(0UL, (sum, mapping) => sum + mapping.Range.Length));
    }

    private static MappingMap<object> Map(object root, int count, ulong bytes) =>
        (MappingMap<object>)typeof(MappingMap<object>).GetConstructors(Hidden).Single().Invoke([root, count, bytes]);

    private static object RootOf(MappingMap<object> map) => map.GetType().GetField("root", Hidden)!.GetValue(map)!;

    private static object Node(object[] items, bool isLeaf)
    {
        var tree = typeof(MappingMap<>).Assembly.GetType("Xvma.MappingTree`1")!.MakeGenericType(typeof(object));
        var entryType = tree.Assembly.GetType("Xvma.MappingEntry")!;
        var entries = Array.CreateInstance(entryType, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            var entry = items[i] is Mapping<object> mapping
                ? tree.GetMethod("EntryOf")!.Invoke(null, [mapping])
                : items[i].GetType().GetProperty("Entry")!.GetValue(items[i]);
            entries.SetValue(entry, i);
        }

        return tree.GetMethod("NodeOf", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [entries, isLeaf])!;
    }
}
