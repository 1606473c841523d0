using Xvma.Sync;

namespace Xvma.Model.Coyote;

/// <summary>The scenarios of the model, for Coyote: the same compiled classes, over the rewritten production library.</summary>
public sealed class ModelCatalog : IScenarioCatalog
{
    /// <summary>The name by which a <see cref="CoyoteSubject"/> asks for it.</summary>
    public static string TypeName { get; } = typeof(ModelCatalog).AssemblyQualifiedName!;

    /// <inheritdoc/>
    public IScenarioRun Begin(string scenario, ICallLog calls) => ScenarioCatalogue.TryFind(scenario, out var found)
        ? found.Start(World.Over<NativeSync>(calls))
        : throw new ArgumentException($"No scenario is called “{scenario}”.", nameof(scenario));
}
