namespace Xvma.Sync;

/// <summary>
/// The seam: every operation on shared mutable state that the library performs, as static abstract members of a type parameter.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="NativeSync"/> compiles to plain <c>Volatile</c>, <c>Interlocked</c> and <c>Monitor</c> operations; an explorer supplies a
/// controlled instantiation in which every member is a scheduling point. The library's source is the same for both.
/// </para>
/// <para>
/// Library code does not call these members itself: it uses the cells (<see cref="AtomicInt64{TSync}"/>, <see cref="AtomicRef{TSync, T}"/>,
/// <see cref="Mutex{TSync}"/>, …). A cell owns a <em>slot</em>. Natively the slot <em>is</em> the value; a controlled instantiation is free to
/// keep an identity there and the value elsewhere, so only the instantiation that created a slot may touch it.
/// </para>
/// <para>
/// The one rule: shared mutable state lives in cells only, and what a cell holds is immutable. Objects that other threads will see and
/// that are compared by identity, or that own cells, are created through <see cref="Share{TState, T}"/>.
/// </para>
/// </remarks>
public partial interface ISync
{
    /// <summary>Creates an object that owns cells or whose identity matters to other threads.</summary>
    /// <remarks>
    /// Natively this calls <paramref name="create"/>. An explorer that re-executes a thread returns the object that the first execution
    /// made; it rejects a cell created outside of this call.
    /// </remarks>
    /// <param name="state">What <paramref name="create"/> needs; passed so that the delegate can be static.</param>
    /// <param name="create">Builds the object; must neither wait nor read or write cells of other objects.</param>
    static abstract T Share<TState, T>(TState state, Func<TState, T> create)
        where T : class;

    /// <summary>A nondeterministic pick of 0 … <paramref name="count"/> − 1; natively always 0.</summary>
    /// <param name="count">Number of alternatives, at least 1.</param>
    /// <param name="name">What is being chosen, for traces.</param>
    static abstract int Choose(int count, CellName name);

    /// <summary>Offers the processor to another thread; under an explorer a hint that this thread cannot make progress alone.</summary>
    static abstract void Yield();

    /// <summary>Monotonic time in nanoseconds from an arbitrary origin; virtual under an explorer.</summary>
    static abstract long Now();

    /// <summary>Returns once at least <paramref name="nanoseconds"/> have passed on <see cref="Now"/>'s clock.</summary>
    static abstract void Delay(long nanoseconds);
}
