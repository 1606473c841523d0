using System.Xml.Linq;

namespace Xvma.Architecture.Tests;

/// <summary>Which project refers to which, read from project files.</summary>
internal static class ProjectGraph
{
    /// <summary>What each project may refer to. A project that is not here may not exist outside tests/.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = new Dictionary<string, string[]>
    {
        ["Xvma.Sync"] = [],
        ["Xvma"] = ["Xvma.Sync"],
        ["Tenet"] = [],
        ["Xvma.Spec"] = ["Tenet"],
        ["Tenet.Explore"] = ["Tenet"],
        ["Braid"] = ["Xvma.Sync"],
        ["Linearity"] = [],
        ["BoundedQueue"] = ["Xvma.Sync"],
        ["BoundedQueue.Tests"] = ["BoundedQueue", "Xvma.Sync", "Braid"],
        ["RankJob"] = ["Xvma"],
        ["RankJob.Tests"] = ["RankJob", "Xvma"],
        ["Braid.Checker"] = ["Braid"],
        ["Xvma.Model"] = ["Xvma", "Xvma.Spec", "Tenet", "Tenet.Explore", "Braid"],
        ["Xvma.Model.Coyote"] = ["Xvma.Model"],
        ["Xvma.Proofs"] = ["Xvma.Spec", "Tenet", "Xvma"],
        ["Xvma.Cli"] = ["Braid.Checker", "Xvma.Spec", "Tenet", "Tenet.Explore", "Xvma.Model", "Xvma.Model.Coyote", "Xvma.Proofs"],
    };

    /// <summary>Everything a project may use, by itself or through what it refers to.</summary>
    public static HashSet<string> Reach(string project)
    {
        var reach = new HashSet<string>();
        var open = new Stack<string>(Arrows[project]);
        while (open.TryPop(out var next))
        {
            if (!reach.Add(next)) continue;
            foreach (var further in Arrows[next]) open.Push(further);
        }

        return reach;
    }

    /// <summary>What is wrong with a project file: arrows that may not be, and files taken from other projects.</summary>
    /// <param name="path">Relative to the root of the repository.</param>
    /// <param name="text">The project file.</param>
    public static IEnumerable<string> Violations(string path, string text)
    {
        var project = Path.GetFileNameWithoutExtension(path);
        if (!Arrows.TryGetValue(project, out var allowed))
        {
            yield return $"{path}: a project that architecture knows nothing of";
            yield break;
        }

        foreach (var element in XDocument.Parse(text).Descendants())
        {
            var target = (string?)element.Attribute("Include") ?? "";
            switch (element.Name.LocalName)
            {
                case "ProjectReference" when Name(target) is var name && !allowed.Contains(name):
                    yield return $"{path}: refers to {name}";
                    break;
                case "Reference" when Arrows.ContainsKey(target.Split(',')[0]) || Arrows.ContainsKey(Name(target)):
                    yield return $"{path}: refers to the assembly {target} instead of its project";
                    break;
                case "Compile" when target.Contains("..", StringComparison.Ordinal):
                    yield return $"{path}: compiles {target}, which is another project's";
                    break;
                case "InternalsVisibleTo" when Arrows.ContainsKey(target) && !Reach(target).Contains(project):
                    yield return $"{path}: shows its inside to {target}, which may not know it";
                    break;
            }
        }
    }

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
