using System.Text.Json;
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
        var names = new List<string>();
        // Coyote's own assemblies are the tool's to bring: two copies of one type would be two types.
        foreach (var file in Directory.GetFiles(assemblies.Folder, "*.dll").Where(file => !RewrittenAssemblies.IsOfCoyote(Path.GetFileName(file))))
        {
            var name = Path.GetFileName(file);
            names.Add(Path.GetFileNameWithoutExtension(file));
            if (name != seam)
            {
                File.Copy(file, Path.Combine(to, name), overwrite: true);
                continue;
            }

            using var changed = SeamPatch.Apply(file, isOrdered: false);
            File.WriteAllBytes(Path.Combine(to, name), changed.ToArray());
        }

        var shell = typeof(ToolFolder).Assembly.GetName().Name!;
        File.WriteAllText(Path.Combine(to, shell + ".deps.json"), Dependencies(shell, names));
        var path = Path.Combine(folder, (trace.KnownBug ?? trace.Scenario).Replace(' ', '-') + ".trace");
        File.WriteAllText(path, trace.Text);
        return (Path.Combine(folder, shell + ".dll"), path);
    }

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
