using System.Text.Json;
using Mono.Cecil;
using Xvma.Sync;

namespace Xvma.Model.Coyote;

/// <summary>A folder with all that Coyote's own command needs to replay a trace: the rewritten assemblies and the trace, as Coyote wrote it.</summary>
public static class ToolFolder
{
    /// <summary>Writes the folder.</summary>
    /// <param name="assemblies">What the trace was recorded on.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="folder">Where to; made when missing.</param>
    /// <returns>The assembly and the trace that <c>coyote replay</c> is to be given.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static (string Assembly, string Trace) Write(RewrittenAssemblies assemblies, CoyoteTrace trace, string folder)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        ArgumentNullException.ThrowIfNull(trace);
        var to = Directory.CreateDirectory(folder).FullName;
        var seam = typeof(ISync).Assembly.GetName().Name + ".dll";
        // Coyote's own assemblies are the tool's to bring: two copies of one type would be two types.
        foreach (var file in Directory.GetFiles(assemblies.Folder, "*.dll").Where(file => !IsOfTheTool(Path.GetFileName(file))))
        {
            var name = Path.GetFileName(file);
            if (name != seam)
            {
                File.Copy(file, Path.Combine(to, name), overwrite: true);
                continue;
            }

            using var changed = SeamPatch.Apply(file, isOrdered: false);
            File.WriteAllBytes(Path.Combine(to, name), changed.ToArray());
        }

        var names = CopyReferred(to);
        var shell = typeof(ToolFolder).Assembly.GetName().Name!;
        File.WriteAllText(Path.Combine(to, shell + ".deps.json"), Dependencies(shell, names));
        var path = Path.Combine(folder, (trace.KnownBug ?? trace.Scenario).Replace(' ', '-') + ".trace");
        File.WriteAllText(path, trace.Text);
        return (Path.Combine(folder, shell + ".dll"), path);
    }

    /// <summary>What is not rewritten is taken from the running program, and so is beside this one.</summary>
    private static List<string> CopyReferred(string folder)
    {
        var names = new SortedSet<string>(Directory.GetFiles(folder, "*.dll").Select(Path.GetFileNameWithoutExtension)!, StringComparer.Ordinal);
        var open = new Queue<string>(names);
        while (open.TryDequeue(out var name))
        {
            using var module = ModuleDefinition.ReadModule(Path.Combine(folder, name + ".dll"));
            foreach (var referred in module.AssemblyReferences.Select(reference => reference.Name))
            {
                var file = Path.Combine(AppContext.BaseDirectory, referred + ".dll");
                if (IsOfTheTool(referred) || !File.Exists(file) || !names.Add(referred)) continue;
                File.Copy(file, Path.Combine(folder, referred + ".dll"), overwrite: true);
                open.Enqueue(referred);
            }
        }

        return [.. names];
    }

    private static bool IsOfTheTool(string name) => RewrittenAssemblies.IsOfCoyote(name) || name.StartsWith("Mono.", StringComparison.Ordinal);

    /// <summary>The tool finds what an assembly refers to by its list of dependencies, and does not look beside it otherwise.</summary>
    private static string Dependencies(string shell, IReadOnlyList<string> names)
    {
        const string Target = ".NETCoreApp,Version=v10.0";
        var libraries = names.Order(StringComparer.Ordinal).ToDictionary(name => $"{name}/1.0.0", StringComparer.Ordinal);
        return JsonSerializer.Serialize(new
        {
            runtimeTarget = new { name = Target },
            targets = new Dictionary<string, object>
            {
                [Target] = libraries.ToDictionary(library => library.Key, library => new
                {
                    dependencies = library.Value == shell ? names.Where(name => name != shell).ToDictionary(name => name, _ => "1.0.0") : [],
                    runtime = new Dictionary<string, object> { [library.Value + ".dll"] = new { } },
                }),
            },
            libraries = libraries.ToDictionary(library => library.Key, _ => new { type = "reference", serviceable = false, sha512 = "" }),
        });
    }
}
