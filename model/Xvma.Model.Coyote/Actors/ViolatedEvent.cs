using Monitor = Microsoft.Coyote.Specifications.Monitor;

namespace Xvma.Model.Coyote;

/// <summary>Reports to <see cref="SafetyMonitor"/> that a clause is broken.</summary>
/// <param name="identity">The clause.</param>
/// <param name="message">What was seen.</param>
public sealed class ViolatedEvent(string identity, string message) : Monitor.Event
{
    /// <summary>The clause.</summary>
    public string Identity { get; } = identity;

    /// <summary>What was seen.</summary>
    public string Message { get; } = message;
}
