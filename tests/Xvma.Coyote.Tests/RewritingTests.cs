using Mono.Cecil;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class RewritingTests(Samples samples) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-known-bugs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Two_mutants_of_one_assembly_are_rewritten_loaded_and_checked_in_one_process_beside_the_original()
    {
        var options = new CoyoteOptions { MaxIterations = 100 };
        foreach (var (type, scenario, identity) in (ReadOnlySpan<(string, string, string)>)
            [("Counter`1", "counter/right", "COUNT"), ("HandOver`1", "hand-over/right", "MESSAGE")])
        {
            var mutant = samples.Mutant(folder.CreateSubdirectory(type).FullName, type);
            var result = CoyoteEngine.Check(
                Samples.In(mutant, scenario, knownBug: type), options, progress: null, TestContext.Current.CancellationToken);
            Assert.Equal((CoyoteVerdict.Bug, identity, type), (result.Verdict, result.Failure!.Identity, result.Trace!.KnownBug));
            Assert.Equal(CoyoteReplayOutcome.Reproduced, CoyoteEngine.Replay(Samples.In(mutant, scenario, type), result.Trace).Outcome);
            Assert.Equal(CoyoteVerdict.NoBugWithinBudget, samples.Check(scenario, options).Verdict);
        }
    }

    [Fact]
    public void The_build_has_rewritten_the_production_code_and_left_the_original_alone()
    {
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "coyote"), RewrittenAssemblies.Production.Folder);
        foreach (var name in (string[])["Xvma.Sync", "Xvma", "Xvma.Model", "Xvma.Model.Coyote"])
        {
            Assert.False(IsRewritten(Path.Combine(AppContext.BaseDirectory, name + ".dll")), name);
            Assert.True(IsRewritten(Path.Combine(RewrittenAssemblies.Production.Folder, name + ".dll")), name);
        }
    }

    [Fact]
    public void In_the_rewritten_seam_only_fences_the_clock_and_the_tallys_lock_are_not_under_control()
    {
        using var seam = ModuleDefinition.ReadModule(Path.Combine(samples.Folder, "Xvma.Sync.dll"));
        var left = CallsOf(seam)
            .Where(call => call.DeclaringType.Namespace == "System.Threading" || call.DeclaringType.Name == "Stopwatch")
            .Select(call => $"{call.DeclaringType.Name}.{call.Name}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            ["Interlocked.MemoryBarrier", "Interlocked.MemoryBarrierProcessWide", "Lock..ctor", "Lock.EnterScope", "Stopwatch.GetTimestamp", "Volatile.ReadBarrier", "Volatile.WriteBarrier"], left);
        Assert.Contains(CallsOf(seam), call => call.DeclaringType.FullName == "Microsoft.Coyote.Rewriting.Types.Threading.Monitor");
    }

    [Fact]
    public void A_folder_without_rewritten_actors_is_refused()
    {
        Assert.Throws<FileNotFoundException>(() => RewrittenAssemblies.Load(folder.FullName));
        Assert.Throws<RewritingException>(() => RewrittenAssemblies.Load(AppContext.BaseDirectory));
    }

    [Fact]
    public void What_cannot_be_rewritten_is_an_error()
    {
        Assert.Throws<FileNotFoundException>(() => CoyoteRewriter.Rewrite([Path.Combine(folder.FullName, "none.dll")], folder.FullName));
        var junk = Path.Combine(folder.FullName, "junk.dll");
        File.WriteAllText(junk, "no assembly");
        Assert.Throws<RewritingException>(() => CoyoteRewriter.Rewrite([junk], Path.Combine(folder.FullName, "out")));
    }

    private static bool IsRewritten(string file)
    {
        using var module = ModuleDefinition.ReadModule(file);
        return module.Assembly.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RewritingSignatureAttribute");
    }

    private static IEnumerable<MethodReference> CallsOf(ModuleDefinition module) => module.GetTypes()
        .SelectMany(type => type.Methods).Where(method => method.HasBody)
        .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>();
}
