using Microsoft.Coyote.Actors;
using Microsoft.Coyote.SystematicTesting;

namespace Xvma.Model.Coyote;

/// <summary>The way in for Coyote's own command, <c>coyote test</c> and <c>coyote replay</c>, which looks for a method that is marked as a test.</summary>
public static class ToolTest
{
    /// <summary>The environment variable that names the scenario.</summary>
    public const string ScenarioVariable = "XVMA_SCENARIO";

    private static Action<IActorRuntime>? test;

    /// <summary>Runs the scenario that <see cref="ScenarioVariable"/> names.</summary>
    [Test]
    public static void Scenario(IActorRuntime runtime)
    {
        var name = Environment.GetEnvironmentVariable(ScenarioVariable)
            ?? throw new InvalidOperationException($"Set {ScenarioVariable} to the name of a scenario; `xvma scenarios` lists them.");
        test ??= ScenarioTest.Bind(ModelCatalog.TypeName, name, show: null, order: null);
        test(runtime);
    }
}
