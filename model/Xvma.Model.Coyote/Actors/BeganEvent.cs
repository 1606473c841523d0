using Monitor = Microsoft.Coyote.Specifications.Monitor;

namespace Xvma.Model.Coyote;

/// <summary>Reports to <see cref="ProgressMonitor"/> that an operation or fault is under way.</summary>
/// <param name="what">Which.</param>
public sealed class BeganEvent(string what) : Monitor.Event
{
    /// <summary>Which operation or fault.</summary>
    public string What { get; } = what;
}
