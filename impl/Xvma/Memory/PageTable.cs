using Xvma.Sync;

namespace Xvma;

/// <summary>
/// A backing's pages and their frames: a radix tree of nodes with 512 slots, made as pages come into use, so that an untouched petabyte
/// costs one node. Reading takes no lock; changes are made under the backing's gate.
/// </summary>
internal sealed class PageTable<TSync>
    where TSync : struct, ISync
{
    private const int NodeBits = 9;
    private const int NodeSlots = 1 << NodeBits;

    private readonly long id;
    private readonly long pages;
    private readonly int height;
    private readonly Node root;

    public PageTable(long id, long pages)
    {
        this.id = id;
        this.pages = pages;
        while (height < 6 && (pages - 1) >> (NodeBits * (height + 1)) != 0) height++;
        root = new(SlotsAt(height, 0), id);
    }

    /// <summary>The frame of a page, or null.</summary>
    public Frame<TSync>? Find(long page)
    {
        var node = root;
        for (var level = height; level > 0; level--)
        {
            if (node.Slots.Load(Index(page, level)) is not Node child) return null;
            node = child;
        }

        return (Frame<TSync>?)node.Slots.Load(Index(page, 0));
    }

    /// <summary>Gives a page its frame.</summary>
    public void Set(long page, Frame<TSync> frame)
    {
        var node = root;
        for (var level = height; level > 0; level--)
        {
            var index = Index(page, level);
            if (node.Slots.Load(index) is Node child)
            {
                node = child;
                continue;
            }

            var made = Seam<TSync>.Share((SlotsAt(level - 1, page), id), static made => new Node(made.Item1, made.id));
            node.Slots.Store(index, made);
            node = made;
        }

        node.Slots.Store(Index(page, 0), frame);
    }

    /// <summary>Calls <paramref name="visit"/> for each page of <paramref name="first"/> … <paramref name="end"/> − 1 that has a frame; takes the frames out if told to.</summary>
    public void Visit(long first, long end, PageVisit visit, Action<long, Frame<TSync>> action) => Visit(root, height, 0, first, end, visit, action);

    private static int Index(long page, int level) => (int)((page >> (NodeBits * level)) & (NodeSlots - 1));

    private static void Visit(Node node, int level, long nodeFirst, long first, long end, PageVisit visit, Action<long, Frame<TSync>> action)
    {
        var shift = NodeBits * level;
        var from = first <= nodeFirst ? 0 : (int)((first - nodeFirst) >> shift);
        for (var index = from; index < node.Slots.Length; index++)
        {
            var page = nodeFirst + ((long)index << shift);
            if (page >= end) return;
            if (level > 0)
            {
                if (node.Slots.Load(index) is Node child) Visit(child, level - 1, page, first, end, visit, action);
            }
            else
            {
                var found = node.Slots.Load(index);
                if (found is null) continue;
                if (visit == PageVisit.Take) node.Slots.Store(index, null);
                action(page, (Frame<TSync>)found);
            }
        }
    }

    /// <summary>A node is no larger than the pages below it need: small backings have small tables.</summary>
    private int SlotsAt(int level, long page)
    {
        var nodeFirst = page >> (NodeBits * (level + 1)) << (NodeBits * (level + 1));
        return (int)Math.Min(NodeSlots, ((pages - nodeFirst - 1) >> (NodeBits * level)) + 1);
    }

    private sealed class Node(int slots, long id)
    {
        public readonly AtomicRefArray<TSync, object> Slots = new(slots, new("page table", "backing", id));
    }
}
