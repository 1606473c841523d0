using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class ProductionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-production-");

    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Coyote_controls_all_of_a_scenario_and_gives_no_false_alarm(string scenario)
    {
        var subject = new CoyoteSubject(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario);
        var result = CoyoteEngine.Check(subject, new() { MaxIterations = 20 }, progress: null, TestContext.Current.CancellationToken);
        Assert.Null(result.Failure);
        Assert.Empty(result.Uncontrolled);
        Assert.Equal((20u, 20, 0), (result.Iterations, result.DistinctSchedules, result.CutOff));
    }

    [Theory]
    [InlineData("wakeup-before-sleep", CoyoteFailureKind.Deadlock, "INV-12", "reader: ")]
    [InlineData("uid-change-against-join", CoyoteFailureKind.Safety, "INV-5", "joiner: Join group 1")]
    [InlineData("half-the-regions", CoyoteFailureKind.Safety, "INV-6", "remover: Unmap 0x8000")]
    public void A_known_bug_is_found_in_the_edited_library_and_replays_from_its_file(
        string name, CoyoteFailureKind kind, string identity, string firstWords)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));
        var library = KnownBugCompiler.CompileTo(bug, Path.Combine(folder.FullName, "library"));
        var edited = RewrittenAssemblies.Production.Replace(library, Path.Combine(folder.FullName, "rewritten"));
        var subject = new CoyoteSubject(edited, ModelCatalog.TypeName, bug.Scenario, name);
        var result = CoyoteEngine.Check(subject, new() { MaxIterations = 1_000 }, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal((kind, identity), (result.Failure?.Kind, result.Failure?.Identity));

        var file = Path.Combine(folder.FullName, "found.trace");
        CoyoteTraceFile.Write(file, result.Trace!);
        var replay = CoyoteEngine.Replay(subject, CoyoteTraceFile.Read(file).Trace!);
        Assert.Equal(CoyoteReplayOutcome.Reproduced, replay.Outcome);
        Assert.Contains(firstWords, replay.Calls, StringComparison.Ordinal);
    }
}
