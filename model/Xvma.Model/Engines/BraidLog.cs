using Braid;

namespace Xvma.Model;

/// <summary>Shows calls in Braid's column display.</summary>
internal sealed class BraidLog : ICallLog
{
    public static BraidLog Instance { get; } = new();

    public bool IsOn => Braid.Calls.IsRecording;

    public void Begin(string text) => Braid.Calls.Begin(text);

    public void End(string text) => Braid.Calls.End(text);
}
