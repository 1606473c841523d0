using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Xvma.Sync;

namespace Xvma.Model;

/// <summary>Compiles the production library with a known bug in it, in memory, from the sources that travel with this assembly.</summary>
/// <remarks>Thread-safe. The sources are parsed once; a bug costs the parsing of the files it edits and the compilation, once.</remarks>
public static class KnownBugCompiler
{
    // What the SDK puts in front of every file of the library (ImplicitUsings), and its identity: the model's references must bind to it.
    private static readonly string Preamble = $"""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Reflection.AssemblyVersion("{typeof(Machine).Assembly.GetName().Version}")]
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    // By the list of edits itself: a bug that is asked for in another scenario is the same edit.
    private static readonly ConcurrentDictionary<object, Lazy<byte[]>> Compiled = new(ReferenceEqualityComparer.Instance);

    // Those that travel with this assembly.
    private static readonly IReadOnlyDictionary<string, string> Sources = EmbeddedText.Sources();

    private static readonly Lazy<CSharpCompilation> Production = new(CompileProduction);

    /// <summary>Whether each edit of <paramref name="bug"/> still applies; does not compile.</summary>
    /// <exception cref="KnownBugException">One does not.</exception>
    public static void Verify(KnownBug bug) => _ = Edited(bug);

    /// <summary>Compiles the library with <paramref name="bug"/> in it.</summary>
    /// <returns>The assembly, named as the production one.</returns>
    /// <exception cref="KnownBugException">An edit does not apply, or the result does not compile.</exception>
    public static byte[] Compile(KnownBug bug)
    {
        ArgumentNullException.ThrowIfNull(bug);
        return Compiled.GetOrAdd(bug.Edits, _ => new(() => CompileAnew(bug))).Value;
    }

    private static byte[] CompileAnew(KnownBug bug)
    {
        var compilation = Production.Value;
        foreach (var (path, text) in Edited(bug))
        {
            var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
            compilation = compilation.ReplaceSyntaxTree(old, Parse(path, text));
        }
        return Emit(compilation, bug.Name);
    }

    /// <summary>Compiles the library with <paramref name="bug"/> in it into <paramref name="folder"/>, for engines that rewrite files.</summary>
    /// <returns>The path of the assembly.</returns>
    public static string CompileTo(KnownBug bug, string folder)
    {
        var assembly = Compile(bug);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "Xvma.dll");
        File.WriteAllBytes(path, assembly);
        return path;
    }

    /// <summary>Compiles the library as it is: what an edit is compared with.</summary>
    internal static byte[] CompileUnchanged() => Emit(Production.Value, "the production sources");

    private static Dictionary<string, string> Edited(KnownBug bug)
    {
        var edited = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var edit in bug.Edits)
        {
            if (!edited.TryGetValue(edit.File, out var text) && !Sources.TryGetValue(edit.File, out text))
                throw new KnownBugException($"{bug.Name}: {edit.File} is not a source of the production library.");
            try
            {
                edited[edit.File] = edit.Apply(text);
            }
            catch (KnownBugException notThere)
            {
                throw new KnownBugException($"{bug.Name}: {notThere.Message}");
            }
        }
        return edited;
    }

    private static CSharpCompilation CompileProduction()
    {
        var trees = Sources.AsParallel().Select(source => Parse(source.Key, source.Value)).Append(Parse("Preamble.cs", Preamble));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Suppress,
            deterministic: true);
        return CSharpCompilation.Create(typeof(Machine).Assembly.GetName().Name, trees, References(), options);
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);

    private static IEnumerable<MetadataReference> References()
    {
        var platform = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return platform.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == runtime)
            .Append(typeof(ISync).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static byte[] Emit(CSharpCompilation compilation, string what)
    {
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (!result.Success)
        {
            var first = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new KnownBugException($"{what} does not compile: {first}");
        }
        return assembly.ToArray();
    }
}
