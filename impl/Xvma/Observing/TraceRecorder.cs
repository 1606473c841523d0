using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>
/// Records what happens in machines over <see cref="RecordingSync"/> as a trace, a line of JSON for each event, that <c>xvma validate</c> holds against the
/// specification. Make it before the machine, and dispose of it after the last call: a trace without its last line counts as cut off.
/// </summary>
/// <example><code>
/// using (TraceRecorder.Start("run.trace"))
/// {
///     var machine = Machine.Create&lt;RecordingSync&gt;();
/// }
/// </code></example>
public sealed class TraceRecorder : IMachineListener, IDisposable
{
    private readonly TraceWriter writer;
    private bool isOver;

    private TraceRecorder(Stream stream) => writer = new(stream);

    /// <summary>Begins to record into a file, over what was in it.</summary>
    /// <exception cref="InvalidOperationException">A recording is under way: one at a time in a process.</exception>
    public static TraceRecorder Start(string path) => Start(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));

    /// <summary>Begins to record into a stream, which is closed at the end.</summary>
    /// <exception cref="InvalidOperationException">A recording is under way: one at a time in a process.</exception>
    public static TraceRecorder Start(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var recorder = new TraceRecorder(stream);
        RecordingSync.Observe(MachineObserver.Over<RecordingSync>(recorder));
        return recorder;
    }

    /// <summary>Ends the recording and the trace.</summary>
    public void Dispose()
    {
        if (isOver) return;
        isOver = true;
        RecordingSync.Observe(null);
        writer.End();
    }

    void IMachineListener.Made(MachineView machine) => writer.Made(machine.Options);

    void IMachineListener.On(in CellEvent happened) => writer.Happened(in happened);

    void IMachineListener.Called(int thread, in CallView call) => writer.Called(thread, in call);

    void IMachineListener.Invalidates(int thread, in InvalidationView invalidation) => writer.Invalidates(thread, in invalidation);

    void IMachineListener.Returned(int thread, in ReturnView done) => writer.Returned(thread, in done);
}
