namespace Tenet;

/// <summary>
/// Marks a type that names a sort: an unbounded set of elements that are only compared. A sort is written
/// <c>readonly record struct Task : IElement;</c>, so that expressions may say <c>t == u</c>.
/// </summary>
#pragma warning disable CA1040 // The mark is all there is to say: elements have no properties of their own.
public interface IElement;
#pragma warning restore CA1040
