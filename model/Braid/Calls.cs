namespace Braid;

/// <summary>What a program tells about itself for readers of a trace. Free unless a trace is being recorded.</summary>
public static class Calls
{
    /// <summary>Whether anybody listens, so that texts are worth putting together.</summary>
    public static bool IsRecording => Execution.CurrentOrNone is { IsRecording: true };

    /// <summary>A call begins; what follows up to its <see cref="End"/> is nested in it.</summary>
    public static void Begin(string text) => Tell(TraceEventKind.Begin, text);

    /// <summary>The innermost call ends.</summary>
    public static void End(string text) => Tell(TraceEventKind.End, text);

    /// <summary>A remark between two steps.</summary>
    public static void Note(string text) => Tell(TraceEventKind.Note, text);

    private static void Tell(TraceEventKind kind, string text)
    {
        if (Execution.CurrentOrNone is { IsRecording: true } run) run.Call(kind, text);
    }
}
