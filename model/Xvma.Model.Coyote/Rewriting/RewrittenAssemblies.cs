using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Coyote.Actors;
using Microsoft.Coyote.Rewriting;
using Xvma.Sync;

namespace Xvma.Model.Coyote;

/// <summary>A folder of rewritten assemblies, loaded side by side with the production ones in a context of its own.</summary>
/// <remarks>Coyote itself is shared with the rest of the process; whatever else the folder holds is taken from there.</remarks>
public sealed class RewrittenAssemblies
{
    private static readonly string Shell = typeof(ScenarioTest).Assembly.GetName().Name!;
    private readonly Context context;

    private RewrittenAssemblies(string folder, bool isOrdered = false)
    {
        Folder = folder;
        IsOrdered = isOrdered;
        context = new(folder, isOrdered);
    }

    /// <summary>The production code and its model, rewritten when they were built.</summary>
    /// <exception cref="FileNotFoundException">They are not beside this program.</exception>
    public static RewrittenAssemblies Production { get; } = new(Path.Combine(AppContext.BaseDirectory, "coyote"));

    /// <summary>Where they come from.</summary>
    public string Folder { get; }

    /// <summary>Whether they tell in which order the operations of the seam took effect (<see cref="CoyoteReplay.Order"/>). Slower, and the same decisions.</summary>
    public bool IsOrdered { get; }

    /// <summary>The same assemblies in a context of their own, telling the order of operations.</summary>
    public RewrittenAssemblies Ordered() => IsOrdered ? this : new(Folder, isOrdered: true);

    /// <summary>Loads the assemblies of a folder that <see cref="CoyoteRewriter"/> wrote. Each call gives a context of its own.</summary>
    /// <exception cref="FileNotFoundException">The folder lacks the rewritten actors.</exception>
    /// <exception cref="RewritingException">The actors in it are not rewritten.</exception>
    public static RewrittenAssemblies Load(string folder)
    {
        var loaded = new RewrittenAssemblies(Path.GetFullPath(folder));
        return RewritingEngine.IsAssemblyRewritten(loaded.FindShell())
            ? loaded
            : throw new RewritingException($"{loaded.Folder} holds a {Shell} that Coyote has not rewritten.");
    }

    /// <summary>A copy of these assemblies with one of them replaced by another build of it, such as one with a known bug.</summary>
    /// <param name="library">The other build, not rewritten, named as the one it replaces.</param>
    /// <param name="folder">Where the copy goes; not one of the given folders.</param>
    /// <exception cref="RewritingException">Coyote's tool failed.</exception>
    public RewrittenAssemblies Replace(string library, string folder)
    {
        // Only the new one is rewritten: the others already are, and nothing that Coyote changes shows in what they call of one another.
        var others = Directory.GetFiles(Folder, "*.dll").Where(file => Path.GetFileName(file) != Path.GetFileName(library) && !IsOfCoyote(Path.GetFileName(file)));
        CoyoteRewriter.Rewrite([library], folder, others);
        return Load(folder);
    }

    internal Action<IActorRuntime> Bind(CoyoteSubject subject, Action<string>? show, Action<string, int>? order = null)
    {
        var bind = FindShell().GetType(typeof(ScenarioTest).FullName!, throwOnError: true)!.GetMethod(nameof(ScenarioTest.Bind))!;
        return bind.CreateDelegate<Func<string, string, Action<string>?, Action<string, int>?, Action<IActorRuntime>>>()(
            subject.CatalogType, subject.Scenario, show, order);
    }

    private Assembly FindShell()
    {
        var file = Path.Combine(Folder, Shell + ".dll");
        return File.Exists(file)
            ? context.LoadFromAssemblyName(new(Shell))
            : throw new FileNotFoundException($"There is no rewritten {Shell} in {Folder}.", file);
    }

    /// <summary>The tool copies its own libraries beside what it rewrites; those of the running process must be used.</summary>
    internal static bool IsOfCoyote(string name) => name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private sealed class Context(string folder, bool isOrdered) : AssemblyLoadContext("Coyote: " + folder)
    {
        protected override Assembly? Load(AssemblyName name)
        {
            if (name.Name is null || IsOfCoyote(name.Name)) return null;
            var file = Path.Combine(folder, name.Name + ".dll");
            if (!File.Exists(file)) return null;
            if (name.Name != typeof(ISync).Assembly.GetName().Name) return LoadFromAssemblyPath(file);
            using var changed = SeamPatch.Apply(file, isOrdered);
            return LoadFromStream(changed);
        }
    }
}
