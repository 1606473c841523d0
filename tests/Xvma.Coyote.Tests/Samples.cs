using Xvma.Coyote.Samples;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

/// <summary>The samples, rewritten at run time into a folder of their own and loaded from there; once for all tests.</summary>
public sealed class Samples : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-samples-");
    private readonly RewrittenAssemblies assemblies;

    public Samples()
    {
        Rewrite(folder.FullName);
        assemblies = RewrittenAssemblies.Load(folder.FullName);
    }

    public string Folder => folder.FullName;

    public static void Rewrite(string folder) => CoyoteRewriter.Rewrite(
        Beside("Xvma.Sync", "Xvma", "Xvma.Model", "Xvma.Model.Coyote", "Xvma.Coyote.Samples"), folder, Beside("Braid", "Xvma.Spec"));

    public static IEnumerable<string> Beside(params string[] names) => names.Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public static CoyoteSubject In(RewrittenAssemblies assemblies, string name, string? knownBug = null) =>
        new(assemblies, typeof(SampleCatalog).AssemblyQualifiedName!, name, knownBug);

    public CoyoteSubject Subject(string name) => In(assemblies, name);

    public CoyoteResult Check(string name, CoyoteOptions options) =>
        CoyoteEngine.Check(Subject(name), options, progress: null, TestContext.Current.CancellationToken);

    public void Dispose() => folder.Delete(recursive: true);
}
