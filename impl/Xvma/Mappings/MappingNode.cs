using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Xvma;

/// <summary>
/// A node of the tree behind a <see cref="MappingMap{TBacking}"/>, a B+ tree: mappings in the leaves, which are all equally deep.
/// </summary>
/// <remarks>
/// Wide nodes, because a look-up among many costs the cache lines and the branches it misses: the keys lie side by side and are compared
/// all at once. Never changed after it is made: versions of a map share their nodes.
/// </remarks>
internal abstract class MappingNode<TBacking>(bool isLeaf)
    where TBacking : class
{
    /// <summary>The most entries of a node.</summary>
    public const int Capacity = 16;

    /// <summary>
    /// The fewest entries of a node other than the root. Well below half, so that a change and its opposite do not split and merge in turn.
    /// </summary>
    public const int Fewest = Capacity / 4;

    /// <summary>Whether this is a <see cref="MappingLeaf{TBacking}"/>; else it is a <see cref="MappingBranch{TBacking}"/>.</summary>
    public readonly bool IsLeaf = isLeaf;

    /// <summary>The number of entries.</summary>
    public abstract int Count { get; }

    /// <summary>The node as an entry of the one above it.</summary>
    public abstract MappingEntry Entry { get; }

    /// <summary>The node's entries, not to be changed.</summary>
    public abstract ReadOnlySpan<MappingEntry> Entries { get; }

    /// <summary>
    /// The node as what it is: the type is known from <see cref="IsLeaf"/>, and a checked cast per level would cost as much as the search.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MappingLeaf<TBacking> AsLeaf() => Unsafe.As<MappingLeaf<TBacking>>(this);

    /// <inheritdoc cref="AsLeaf"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MappingBranch<TBacking> AsBranch() => Unsafe.As<MappingBranch<TBacking>>(this);

    /// <summary>How many entries start at or below an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountUpTo(ulong address) => IsLeaf ? AsLeaf().CountKeysUpTo(address) : AsBranch().CountKeysUpTo(address);

    /// <summary>The keys of a node, side by side; those not used are the greatest there is.</summary>
    [InlineArray(Capacity)]
    internal struct Keys
    {
        private ulong first;

        // Vectors, to compare without branches: which way each would go is as good as random, and a mispredicted one costs more than all of
        // this.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int CountUpTo(ref readonly Keys keys, ulong address)
        {
            ref var first = ref Unsafe.As<Keys, ulong>(ref Unsafe.AsRef(in keys));
            var wanted = Vector256.Create(address);
            var count = 0;
            for (var i = 0; i < Capacity; i += Vector256<ulong>.Count)
            {
                var some = Vector256.LoadUnsafe(ref first, (nuint)i);
                count += BitOperations.PopCount(Vector256.LessThanOrEqual(some, wanted).ExtractMostSignificantBits());
            }

            return count;
        }
    }
}
