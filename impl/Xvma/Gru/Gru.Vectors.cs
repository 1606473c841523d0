using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Xvma;

// The vector instructions (INS-12, INS-13): many elements, at a stride or by their indices.
public abstract partial class Gru
{
    /// <summary>vload with a stride: reads elements of 1, 2, 4 or 8 bytes, each at once, in order (INS-12).</summary>
    /// <param name="address">The first element, aligned to its width.</param>
    /// <param name="into">Where they are put, one after another; at least one.</param>
    /// <param name="loaded">How many have been read; all of them when the result is <see cref="FaultCause.None"/>.</param>
    /// <param name="stride">From one element to the next, in elements; may be negative, or 0 for the same one again.</param>
    public FaultCause TryLoadVector<T>(ExtendedAddress address, Span<T> into, out int loaded, long stride = 1)
        where T : unmanaged, IBinaryInteger<T>
    {
        loaded = 0;
        var wrong = Elements.TryStrided(address, Unsafe.SizeOf<T>(), into.Length, stride, out var elements);
        return wrong != FaultCause.None ? wrong : LoadElements(elements, MemoryMarshal.AsBytes(into), out loaded, ref address);
    }

    /// <summary>vstore with a stride: writes elements of 1, 2, 4 or 8 bytes, each at once, in order (INS-12).</summary>
    /// <param name="address">The first element, aligned to its width.</param>
    /// <param name="from">What is written, one after another; at least one.</param>
    /// <param name="stored">How many have been written; all of them when the result is <see cref="FaultCause.None"/>.</param>
    /// <param name="stride">From one element to the next, in elements; may be negative, or 0 for the same one again.</param>
    public FaultCause TryStoreVector<T>(ExtendedAddress address, ReadOnlySpan<T> from, out int stored, long stride = 1)
        where T : unmanaged, IBinaryInteger<T>
    {
        stored = 0;
        var wrong = Elements.TryStrided(address, Unsafe.SizeOf<T>(), from.Length, stride, out var elements);
        return wrong != FaultCause.None ? wrong : StoreElements(elements, MemoryMarshal.AsBytes(from), out stored, ref address);
    }

    /// <summary>vset: writes one value into elements at a stride (INS-12).</summary>
    /// <param name="address">The first element, aligned to its width.</param>
    /// <param name="value">What is written into each.</param>
    /// <param name="count">How many; at least one.</param>
    /// <param name="set">How many have been written; all of them when the result is <see cref="FaultCause.None"/>.</param>
    /// <param name="stride">From one element to the next, in elements.</param>
    public FaultCause TrySetVector<T>(ExtendedAddress address, T value, int count, out int set, long stride = 1)
        where T : unmanaged, IBinaryInteger<T>
    {
        set = 0;
        var wrong = Elements.TryStrided(address, Unsafe.SizeOf<T>(), count, stride, out var elements);
        return wrong != FaultCause.None ? wrong : SetElements(elements, ulong.CreateTruncating(value), out set, ref address);
    }

    /// <summary>ivload: reads elements by their indices (INS-12).</summary>
    /// <param name="address">Where the element of index 0 would be; aligned to an element.</param>
    /// <param name="indices">In elements from <paramref name="address"/>; in any order, also negative.</param>
    /// <param name="into">Where they are put, in the order of their indices; as many.</param>
    /// <param name="loaded">How many have been read; all of them when the result is <see cref="FaultCause.None"/>.</param>
    public FaultCause TryGather<T>(ExtendedAddress address, ReadOnlySpan<long> indices, Span<T> into, out int loaded)
        where T : unmanaged, IBinaryInteger<T>
    {
        loaded = 0;
        var wrong = Elements.TryIndexed(address, Unsafe.SizeOf<T>(), into.Length, indices, out var elements);
        return wrong != FaultCause.None ? wrong : LoadElements(elements, MemoryMarshal.AsBytes(into), out loaded, ref address);
    }

    /// <summary>ivstore: writes elements by their indices (INS-12).</summary>
    /// <param name="address">Where the element of index 0 would be; aligned to an element.</param>
    /// <param name="indices">In elements from <paramref name="address"/>; where one comes twice, the later value stays.</param>
    /// <param name="from">What is written, in the order of the indices; as many.</param>
    /// <param name="stored">How many have been written; all of them when the result is <see cref="FaultCause.None"/>.</param>
    public FaultCause TryScatter<T>(ExtendedAddress address, ReadOnlySpan<long> indices, ReadOnlySpan<T> from, out int stored)
        where T : unmanaged, IBinaryInteger<T>
    {
        stored = 0;
        var wrong = Elements.TryIndexed(address, Unsafe.SizeOf<T>(), from.Length, indices, out var elements);
        return wrong != FaultCause.None ? wrong : StoreElements(elements, MemoryMarshal.AsBytes(from), out stored, ref address);
    }

    /// <summary>ivset: writes one value into elements by their indices (INS-12).</summary>
    /// <param name="address">Where the element of index 0 would be; aligned to an element.</param>
    /// <param name="indices">In elements from <paramref name="address"/>.</param>
    /// <param name="value">What is written into each.</param>
    /// <param name="set">How many have been written; all of them when the result is <see cref="FaultCause.None"/>.</param>
    public FaultCause TrySetIndexed<T>(ExtendedAddress address, ReadOnlySpan<long> indices, T value, out int set)
        where T : unmanaged, IBinaryInteger<T>
    {
        set = 0;
        var wrong = Elements.TryIndexed(address, Unsafe.SizeOf<T>(), indices.Length, indices, out var elements);
        return wrong != FaultCause.None ? wrong : SetElements(elements, ulong.CreateTruncating(value), out set, ref address);
    }

    /// <summary>vflush: every write that this slot has made is in memory when it returns, and its elements have been reached (INS-13).</summary>
    /// <param name="address">The first element, aligned to its width.</param>
    /// <param name="count">How many; at least one.</param>
    /// <param name="flushed">How many have been reached; all of them when the result is <see cref="FaultCause.None"/>.</param>
    /// <param name="width">Bytes of an element: 1, 2, 4 or 8.</param>
    /// <param name="stride">From one element to the next, in elements.</param>
    public FaultCause TryFlush(ExtendedAddress address, int count, out int flushed, int width = 8, long stride = 1)
    {
        flushed = 0;
        var wrong = Elements.TryStrided(address, width, count, stride, out var elements);
        return wrong != FaultCause.None ? wrong : FlushElements(elements, out flushed, ref address);
    }

    /// <inheritdoc cref="TryLoadVector"/>
    /// <exception cref="GruException">The instruction ended in an exception, perhaps after some elements.</exception>
    public void LoadVector<T>(ExtendedAddress address, Span<T> into, long stride = 1)
        where T : unmanaged, IBinaryInteger<T>
    {
        var cause = Elements.TryStrided(address, Unsafe.SizeOf<T>(), into.Length, stride, out var elements);
        if (cause == FaultCause.None) cause = LoadElements(elements, MemoryMarshal.AsBytes(into), out _, ref address);
        if (cause != FaultCause.None) Throw(cause, address);
    }

    /// <inheritdoc cref="TryStoreVector"/>
    /// <exception cref="GruException">The instruction ended in an exception, perhaps after some elements.</exception>
    public void StoreVector<T>(ExtendedAddress address, ReadOnlySpan<T> from, long stride = 1)
        where T : unmanaged, IBinaryInteger<T>
    {
        var cause = Elements.TryStrided(address, Unsafe.SizeOf<T>(), from.Length, stride, out var elements);
        if (cause == FaultCause.None) cause = StoreElements(elements, MemoryMarshal.AsBytes(from), out _, ref address);
        if (cause != FaultCause.None) Throw(cause, address);
    }

    /// <inheritdoc cref="TryGather"/>
    /// <exception cref="GruException">The instruction ended in an exception, perhaps after some elements.</exception>
    public void Gather<T>(ExtendedAddress address, ReadOnlySpan<long> indices, Span<T> into)
        where T : unmanaged, IBinaryInteger<T>
    {
        var cause = Elements.TryIndexed(address, Unsafe.SizeOf<T>(), into.Length, indices, out var elements);
        if (cause == FaultCause.None) cause = LoadElements(elements, MemoryMarshal.AsBytes(into), out _, ref address);
        if (cause != FaultCause.None) Throw(cause, address);
    }

    /// <inheritdoc cref="TryScatter"/>
    /// <exception cref="GruException">The instruction ended in an exception, perhaps after some elements.</exception>
    public void Scatter<T>(ExtendedAddress address, ReadOnlySpan<long> indices, ReadOnlySpan<T> from)
        where T : unmanaged, IBinaryInteger<T>
    {
        var cause = Elements.TryIndexed(address, Unsafe.SizeOf<T>(), from.Length, indices, out var elements);
        if (cause == FaultCause.None) cause = StoreElements(elements, MemoryMarshal.AsBytes(from), out _, ref address);
        if (cause != FaultCause.None) Throw(cause, address);
    }

    /// <param name="elements">Which.</param>
    /// <param name="into">Where they are put, one after another.</param>
    /// <param name="done">How many have been read.</param>
    /// <param name="at">Set to the element at fault, when it ends in an exception.</param>
    internal abstract FaultCause LoadElements(Elements elements, Span<byte> into, out int done, ref ExtendedAddress at);

    internal abstract FaultCause StoreElements(Elements elements, ReadOnlySpan<byte> from, out int done, ref ExtendedAddress at);

    internal abstract FaultCause SetElements(Elements elements, ulong value, out int done, ref ExtendedAddress at);

    internal abstract FaultCause FlushElements(Elements elements, out int done, ref ExtendedAddress at);
}
