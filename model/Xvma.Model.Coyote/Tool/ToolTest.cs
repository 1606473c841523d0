using Microsoft.Coyote.Actors;
using Microsoft.Coyote.SystematicTesting;

namespace Xvma.Model.Coyote;

/// <summary>The way in for Coyote's own command, <c>coyote test</c> and <c>coyote replay</c>, which looks for a method that is marked as a test.</summary>
public static class ToolTest
{
    /// <summary>The environment variable that names the scenario.</summary>
    public const string ScenarioVariable = "XVMA_SCENARIO";

    private static Action<IActorRuntime>? test;

    /// <summary>Looks for the scenario that <see cref="ScenarioVariable"/> names; before the test, since whatever happens in a test is part of its schedule.</summary>
    /// <exception cref="InvalidOperationException">The variable is not set.</exception>
    [TestInit]
    public static void Find()
    {
        var name = Environment.GetEnvironmentVariable(ScenarioVariable)
            ?? throw new InvalidOperationException($"Set {ScenarioVariable} to the name of a scenario; `xvma scenarios` lists them.");
        test = ScenarioTest.Bind(ModelCatalog.TypeName, name, show: null, order: null);
    }

    /// <summary>Runs the scenario.</summary>
    [Test]
    public static void Scenario(IActorRuntime runtime) => test!(runtime);
}
