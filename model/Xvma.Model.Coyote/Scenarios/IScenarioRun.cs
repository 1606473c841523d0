namespace Xvma.Model.Coyote;

/// <summary>One run of a scenario: a freshly arranged machine and the behaviours that drive it. Made anew for each iteration.</summary>
/// <remarks>A run that is <see cref="IDisposable"/> is disposed some iterations later, when no thread of its own can still be unwinding.</remarks>
public interface IScenarioRun
{
    /// <summary>Who acts: a name for traces, a role (<c>task</c>, <c>group</c> or <c>interrupt</c>) and what it does, once.</summary>
    IReadOnlyList<(string Name, string Role, Action Body)> Actors { get; }

    /// <summary>Checks what must hold when all actors are done.</summary>
    /// <exception cref="ClauseViolationException">Something that must hold does not.</exception>
    void AtRest();
}
