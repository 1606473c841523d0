namespace Xvma.Coyote.Tests;

/// <summary>Coyote's static parts make these tests run one after another, over samples rewritten once.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CoyoteTests : ICollectionFixture<Samples>
{
    public const string Name = "Coyote";
}
