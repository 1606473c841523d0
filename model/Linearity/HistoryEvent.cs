namespace Linearity;

/// <summary>One event of a history.</summary>
/// <param name="Operation">Index of the call.</param>
/// <param name="IsResponse">Whether the call returns here, rather than begins.</param>
public readonly record struct HistoryEvent(int Operation, bool IsResponse);
