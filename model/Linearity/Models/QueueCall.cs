namespace Linearity.Models;

/// <summary>A call on a queue: an element is put in, or the oldest is taken out.</summary>
/// <param name="Enqueued">The element put in, or null to take one out.</param>
public readonly record struct QueueCall(long? Enqueued)
{
    /// <inheritdoc/>
    public override string ToString() => Enqueued is { } element ? $"enqueue {element}" : "dequeue";
}
