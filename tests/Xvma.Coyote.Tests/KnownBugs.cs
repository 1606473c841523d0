using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

/// <summary>Known bugs, compiled, rewritten and found by Coyote; each once for all tests.</summary>
internal static class KnownBugs
{
    private static readonly Dictionary<string, (KnownBug Bug, CoyoteSubject Subject, CoyoteTrace Trace)> Found = [];

    public static (KnownBug Bug, CoyoteSubject Subject, CoyoteTrace Trace) Find(string name)
    {
        if (Found.TryGetValue(name, out var found)) return found;
        Assert.True(KnownBug.TryFind(name, out var bug));
        var folder = Path.Combine(Path.GetTempPath(), $"xvma-known-bug-{Environment.ProcessId}", name);
        var library = KnownBugCompiler.CompileTo(bug, Path.Combine(folder, "library"));
        var subject = new CoyoteSubject(
            RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, "rewritten")), ModelCatalog.TypeName, bug.Scenario, name);
        var result = CoyoteEngine.Check(subject, new() { MaxIterations = 1_000 }, progress: null, TestContext.Current.CancellationToken);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return Found[name] = (bug, subject, result.Trace!);
    }

    /// <summary>The same, replayed by assemblies that tell the order of operations.</summary>
    public static CoyoteReplay Ordered(string name)
    {
        var (_, subject, trace) = Find(name);
        return CoyoteEngine.Replay(subject with { Assemblies = subject.Assemblies.Ordered() }, trace);
    }
}
