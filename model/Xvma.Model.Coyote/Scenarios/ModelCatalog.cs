using Braid;

namespace Xvma.Model.Coyote;

/// <summary>The scenarios of the model, for Coyote: the same compiled classes, over the rewritten production library.</summary>
public sealed class ModelCatalog : IScenarioCatalog
{
    /// <summary>The name by which a <see cref="CoyoteSubject"/> asks for it.</summary>
    public static string TypeName { get; } = typeof(ModelCatalog).AssemblyQualifiedName!;

    /// <inheritdoc/>
    public IScenarioRun Begin(string scenario) => ScenarioCatalogue.TryFind(scenario, out var found)
        ? new Adapted(found.Start())
        : throw new ArgumentException($"No scenario is called “{scenario}”.", nameof(scenario));

    /// <summary>Says a violation in the words that this engine's reports know.</summary>
    private sealed class Adapted(Xvma.Model.IScenarioRun run) : IScenarioRun
    {
        public IReadOnlyList<(string Name, string Role, Action Body)> Actors { get; } =
            [.. run.Actors.Select(actor => (actor.Name, actor.Role, (Action)(() => Translate(actor.Body))))];

        public void AtRest() => Translate(run.AtRest);

        private static void Translate(Action action)
        {
            try
            {
                action();
            }
            catch (Violation violation)
            {
                throw new ClauseViolationException(violation.Identity, violation.Message);
            }
        }
    }
}
