using Xvma.Sync;

namespace Xvma;

/// <summary>
/// A backing's pages and their frames: a radix tree of nodes with 512 slots, made as pages come into use, so that an untouched petabyte
/// costs one node. Reading takes no lock; changes are made under the backing's gate.
/// </summary>
/// <remarks>A slot holds nothing, a node, a frame, or the mark of a release, which stands for all the pages below it.</remarks>
internal sealed class PageTable<TSync>
    where TSync : struct, ISync
{
    private const int NodeBits = 9;
    private const int NodeSlots = 1 << NodeBits;

    private static readonly Mark Released = new();

    private readonly long id;
    private readonly long pages;
    private readonly int height;
    private readonly Node root;

    public PageTable(long id, long pages)
    {
        this.id = id;
        this.pages = pages;
        while ((pages - 1) >> (NodeBits * (height + 1)) != 0) height++;
        root = new(SlotsAt(height, 0), id);
    }

    /// <summary>The frame of a page, or null.</summary>
    public Frame<TSync>? Find(long page) => Lookup(page) as Frame<TSync>;

    /// <summary>Whether the page was released: it gets no frame any more.</summary>
    public bool IsReleased(long page) => ReferenceEquals(Lookup(page), Released);

    /// <summary>Gives a page its frame. The page is not released.</summary>
    public void Set(long page, Frame<TSync> frame)
    {
        var node = root;
        for (var level = height; level > 0; level--) node = ChildOf(node, level, page);
        node.Slots.Store(Index(page, 0), frame);
    }

    /// <summary>Releases the pages from <paramref name="first"/> up to <paramref name="end"/>, exclusive, and calls <paramref name="taken"/> with those that had a frame.</summary>
    public void Release(long first, long end, Action<long, Frame<TSync>> taken) => Release(root, height, 0, first, end, taken);

    /// <summary>Undoes a release of just these pages: they may have frames again.</summary>
    public void Reopen(long first, long end) => Reopen(root, height, 0, first, end);

    /// <summary>Calls <paramref name="action"/> for each page from <paramref name="first"/> up to <paramref name="end"/>, exclusive, that has a frame.</summary>
    public void Visit(long first, long end, Action<long, Frame<TSync>> action) => Visit(root, height, 0, first, end, action);

    /// <summary>Whether what a slot holds is the mark of a release; for an observer.</summary>
    public static bool IsMark(object? there) => ReferenceEquals(there, Released);

    /// <summary>Whether what a slot holds is a node with more slots; for an observer.</summary>
    public static bool IsNode(object? there) => there is Node;

    private static int Index(long page, int level) => (int)((page >> (NodeBits * level)) & (NodeSlots - 1));

    private static void Visit(Node node, int level, long nodeFirst, long first, long end, Action<long, Frame<TSync>> action)
    {
        var shift = NodeBits * level;
        for (var index = FirstIndex(nodeFirst, first, shift); index < node.Slots.Length; index++)
        {
            var page = nodeFirst + ((long)index << shift);
            if (page >= end) return;
            switch (node.Slots.Load(index))
            {
                case Node child: Visit(child, level - 1, page, first, end, action); break;
                case Frame<TSync> frame: action(page, frame); break;
            }
        }
    }

    private static int FirstIndex(long nodeFirst, long first, int shift) => first <= nodeFirst ? 0 : (int)((first - nodeFirst) >> shift);

    private void Release(Node node, int level, long nodeFirst, long first, long end, Action<long, Frame<TSync>> taken)
    {
        var shift = NodeBits * level;
        for (var index = FirstIndex(nodeFirst, first, shift); index < node.Slots.Length; index++)
        {
            var page = nodeFirst + ((long)index << shift);
            if (page >= end) return;
            var there = node.Slots.Load(index);
            if (ReferenceEquals(there, Released)) continue;

            var isWhole = first <= page && Math.Min(page + (1L << shift), pages) <= end;
            if (!isWhole)
            {
                Release(ChildOf(node, level, page), level - 1, page, first, end, taken);
                continue;
            }

            node.Slots.Store(index, Released);
            if (there is Frame<TSync> frame) taken(page, frame);
            else if (there is Node child) Visit(child, level - 1, page, page, pages, taken);
        }
    }

    private static void Reopen(Node node, int level, long nodeFirst, long first, long end)
    {
        var shift = NodeBits * level;
        for (var index = FirstIndex(nodeFirst, first, shift); index < node.Slots.Length; index++)
        {
            var page = nodeFirst + ((long)index << shift);
            if (page >= end) return;
            var there = node.Slots.Load(index);
            if (ReferenceEquals(there, Released)) node.Slots.Store(index, null);
            else if (there is Node child) Reopen(child, level - 1, page, first, end);
        }
    }

    /// <summary>What stands for a page: its frame, the mark of its release, or nothing.</summary>
    private object? Lookup(long page)
    {
        var node = root;
        for (var level = height; ; level--)
        {
            var there = node.Slots.Load(Index(page, level));
            if (there is not Node child) return there;
            node = child;
        }
    }

    private Node ChildOf(Node node, int level, long page)
    {
        var index = Index(page, level);
        if (node.Slots.Load(index) is Node child) return child;
        child = Seam<TSync>.Share((Slots: SlotsAt(level - 1, page), id), static made => new Node(made.Slots, made.id));
        node.Slots.Store(index, child);
        return child;
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

    private sealed class Mark
    {
        /// <summary>As a trace shows it.</summary>
        public override string ToString() => "released";
    }
}
