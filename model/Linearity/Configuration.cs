namespace Linearity;

/// <summary>How far an order of the calls has got: the object's state, and which of the open calls have taken effect.</summary>
/// <param name="Taken">One bit for each open call, by its slot.</param>
/// <param name="State">The object's state.</param>
/// <param name="Free">What the call whose answer is left open has been given; null before.</param>
/// <param name="Order">How it came about; no part of its identity.</param>
internal readonly record struct Configuration<TState, TResult>(UInt128 Taken, TState State, Answer<TResult>? Free, Placed? Order);
