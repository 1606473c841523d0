using Mono.Cecil;
using Mono.Cecil.Cil;
using Xvma.Coyote.Samples;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

/// <summary>The samples, rewritten at run time into a folder of their own and loaded from there; once for all tests.</summary>
public sealed class Samples : IDisposable
{
    private const string AssemblyName = "Xvma.Coyote.Samples";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-samples-");
    private readonly RewrittenAssemblies assemblies;

    public Samples()
    {
        CoyoteRewriter.Rewrite(
            Beside("Xvma.Sync", "Xvma", "Xvma.Model", "Xvma.Model.Coyote", AssemblyName), folder.FullName, Beside("Braid", "Xvma.Spec"));
        assemblies = RewrittenAssemblies.Load(folder.FullName);
    }

    public string Folder => folder.FullName;

    private static IEnumerable<string> Beside(params string[] names) => names.Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public static CoyoteSubject In(RewrittenAssemblies assemblies, string name, string? knownBug = null) =>
        new(assemblies, typeof(SampleCatalog).AssemblyQualifiedName!, name, knownBug);

    public CoyoteSubject Subject(string name) => In(assemblies, name);

    public CoyoteResult Check(string name, CoyoteOptions options) =>
        CoyoteEngine.Check(Subject(name), options, progress: null, TestContext.Current.CancellationToken);

    /// <summary>The samples with one type broken: where it asks whether it is the right one, it goes the other way. Rewritten into <paramref name="folder"/>.</summary>
    public RewrittenAssemblies Mutant(string folder, string type)
    {
        var file = Path.Combine(folder, AssemblyName + ".dll");
        using (var module = ModuleDefinition.ReadModule(Beside(AssemblyName).Single()))
        {
            var branches = module.GetType(AssemblyName + "." + type).Methods.SelectMany(method => method.Body.Instructions)
                .Where(instruction => instruction.OpCode.FlowControl == FlowControl.Cond_Branch && IsAskingIfRight(instruction.Previous)).ToList();
            Assert.NotEmpty(branches);
            foreach (var branch in branches) branch.OpCode = branch.OpCode == OpCodes.Brtrue_S ? OpCodes.Brfalse_S : OpCodes.Brtrue_S;
            module.Write(file);
        }

        return assemblies.Replace(file, Path.Combine(folder, "rewritten"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static bool IsAskingIfRight(Instruction instruction) =>
        instruction.Operand is FieldReference field && field.Name.Contains("isRight", StringComparison.Ordinal);
}
