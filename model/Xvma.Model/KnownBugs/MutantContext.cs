using System.Reflection;
using System.Runtime.Loader;
using Program = Braid.Program;

namespace Xvma.Model;

/// <summary>
/// Where the edited library lives: beside a second copy of this assembly, so that the very same scenarios are bound to it. The explorer,
/// the seam and everything else are shared with the rest of the process.
/// </summary>
/// <remarks>
/// It stays until the process ends. Code that can be unloaded again is compiled with all optimisations when it is first called, and
/// a bug that is found in its first schedules runs most of it once: that took several times as long as finding the bug.
/// </remarks>
public sealed class MutantContext : AssemblyLoadContext
{
    private readonly Assembly edited;

    /// <summary>Prepares a copy over <paramref name="library"/>, an assembly made by <see cref="KnownBugCompiler"/>.</summary>
    public MutantContext(byte[] library, string name)
        : base(name, isCollectible: false)
    {
        // Now, and not when it is first asked for: threads that ask at once would each load it.
        edited = LoadFromStream(new MemoryStream(library));
    }

    /// <summary>Makes programs of the scenario called <paramref name="scenario"/>, over the edited library, held against <paramref name="oracle"/> unless that is null.</summary>
    public Func<Program> Factory(string scenario, Tenet.Theory? oracle)
    {
        var model = LoadFromAssemblyName(typeof(ScenarioProgram).Assembly.GetName());
        var factory = model.GetType(typeof(ScenarioProgram).FullName!)!.GetMethod(nameof(ScenarioProgram.Factory))!;
        return (Func<Program>)factory.Invoke(null, [scenario, oracle])!;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        if (assemblyName.Name == typeof(Machine).Assembly.GetName().Name) return edited;
        var model = typeof(ScenarioProgram).Assembly;
        return assemblyName.Name == model.GetName().Name ? LoadFromAssemblyPath(model.Location) : null;
    }
}
