namespace Braid;

/// <summary>What one attempt of a spin loop looked at, and what it saw there.</summary>
/// <param name="Kind">How it looked.</param>
/// <param name="Location">The cell, lock or block.</param>
/// <param name="Value">The integer, state or word it saw.</param>
/// <param name="Reference">The object it saw, for a reference cell.</param>
/// <param name="Address">The first byte, for memory.</param>
/// <param name="Width">How many bytes, for memory.</param>
internal readonly record struct SpinRead(OperationKind Kind, int Location, long Value, object? Reference, long Address, int Width);
