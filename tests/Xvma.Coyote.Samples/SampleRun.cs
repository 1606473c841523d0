using Braid;
using Xvma.Model;

namespace Xvma.Coyote.Samples;

/// <summary>One arranged sample.</summary>
internal sealed class SampleRun(Action atRest, params (string Name, string Role, Action Body)[] actors) : IScenarioRun
{
    public IReadOnlyList<(string Name, string Role, Action Body)> Actors { get; } = actors;

    public void EachStep()
    {
        // Looked at by engines that stop after each step; Coyote is not one.
    }

    public void AtRest() => atRest();

    public static void Require(bool holds, string identity, string message)
    {
        if (!holds) throw new Violation(identity, message);
    }
}
