namespace Linearity;

/// <summary>Orders responses against invocations: a counter of responses that all threads share.</summary>
/// <remarks>Over an atomic integer of the machine it stands beside real threads; over a cell of an explorer, each order that matters is explored.</remarks>
public interface IHistoryClock
{
    /// <summary>Responses so far. Nothing that the caller does afterwards is performed before it.</summary>
    long Read();

    /// <summary>Counts one response and gives the new number. Everything that the caller did before is performed before it.</summary>
    long Advance();
}
