using System.Text.Json;

namespace Xvma.Model.Coyote;

/// <summary>Has Coyote rewrite assemblies, so that it controls their synchronization, into a folder of their own.</summary>
public static class CoyoteRewriter
{
    /// <summary>Rewrites assemblies; the given files are not touched.</summary>
    /// <param name="assemblies">Files to rewrite, of different names. What refers to one another is to be rewritten together.</param>
    /// <param name="outputFolder">Where the rewritten ones go; created when missing, and emptied of assemblies first.</param>
    /// <param name="companions">Files to copy beside them unchanged, because they refer to a rewritten one.</param>
    /// <exception cref="FileNotFoundException">A given file does not exist.</exception>
    /// <exception cref="RewritingException">Coyote's tool is missing or failed.</exception>
    public static void Rewrite(IEnumerable<string> assemblies, string outputFolder, IEnumerable<string>? companions = null)
    {
        var rewritten = assemblies.Select(Path.GetFullPath).ToList();
        var copied = (companions ?? []).Select(Path.GetFullPath).ToList();
        if (rewritten.Concat(copied).FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new FileNotFoundException($"There is no assembly {missing} to rewrite.", missing);

        var output = Directory.CreateDirectory(outputFolder).FullName;
        foreach (var stale in Directory.GetFiles(output, "*.dll")) File.Delete(stale);
        var work = Directory.CreateTempSubdirectory("xvma-coyote-");
        try
        {
            // The tool copies all that lies beside its input, so the input gets a folder of its own.
            var stage = work.CreateSubdirectory("stage").FullName;
            foreach (var file in rewritten.Concat(copied)) CopyWithSymbols(file, stage);
            var settings = Path.Combine(work.FullName, "rewrite.json");
            File.WriteAllText(settings, JsonSerializer.Serialize(new
            {
                AssembliesPath = stage + Path.DirectorySeparatorChar,
                OutputPath = output + Path.DirectorySeparatorChar,
                Assemblies = rewritten.Select(Path.GetFileName),
                DependencySearchPaths = rewritten.Select(Path.GetDirectoryName).Append(AppContext.BaseDirectory).Distinct(),
                IsRewritingMemoryLocations = false,
            }));
            CoyoteTool.Rewrite(settings);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void CopyWithSymbols(string file, string folder)
    {
        File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var symbols = Path.ChangeExtension(file, ".pdb");
        if (File.Exists(symbols)) File.Copy(symbols, Path.Combine(folder, Path.GetFileName(symbols)));
    }
}
