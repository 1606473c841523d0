using System.Diagnostics;

namespace Xvma.Cli;

/// <summary>The debugger of this process, or what stands in for it in a test.</summary>
/// <param name="IsAttached">Whether one is attached.</param>
/// <param name="Break">Stops in it.</param>
/// <param name="Pause">Waits a moment before it is asked again.</param>
internal sealed record DebuggerLink(Func<bool> IsAttached, Action Break, Action Pause)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    public static DebuggerLink OfProcess { get; } = new(static () => Debugger.IsAttached, Debugger.Break, static () => Thread.Sleep(Moment));

    /// <summary>Returns when a debugger is attached.</summary>
    /// <exception cref="OperationCanceledException">It was told to wait no longer.</exception>
    public void Await(CancellationToken stop)
    {
        while (!IsAttached())
        {
            stop.ThrowIfCancellationRequested();
            Pause();
        }
    }
}
