namespace Tenet.Explore.Tests;

internal static class Exploring
{
    /// <summary>Explores until the test is given up.</summary>
    public static ExplorationResult Explore(this Instance instance, ExplorationOptions? options = null) =>
        Explorer.Explore(instance, options, TestContext.Current.CancellationToken);
}
