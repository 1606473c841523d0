namespace Xvma.Model.Tests;

/// <summary>Tests that take over the console run alone.</summary>
[CollectionDefinition(nameof(Console), DisableParallelization = true)]
public sealed class ConsoleCollection;
