namespace Braid;

/// <summary>A call, return or note of the program under test.</summary>
/// <param name="BeforeStep">Index into <see cref="Trace.Steps"/> of the first step after it; the number of steps when there is none.</param>
/// <param name="Thread">Index of the thread.</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="Text">The program's words.</param>
public sealed record TraceEvent(int BeforeStep, int Thread, TraceEventKind Kind, string Text);
