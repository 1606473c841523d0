namespace Braid.Tests;

/// <summary>Exploration that ends with the test run.</summary>
public static class Explore
{
    public static ExplorationResult All(Func<Program> program, ExplorerOptions? options = null) =>
        Explorer.Run(program, options, progress: null, TestContext.Current.CancellationToken);
}
