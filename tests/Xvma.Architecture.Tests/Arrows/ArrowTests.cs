using System.Reflection;

namespace Xvma.Architecture.Tests;

public sealed class ArrowTests
{
    [Fact]
    public void Projects_refer_only_along_the_arrows()
    {
        var projects = Repository.Files(".", "*.csproj").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal)).ToList();
        Assert.Equal(ProjectGraph.Arrows.Keys.Order(), projects.Select(path => Path.GetFileNameWithoutExtension(path)!).Order());
        Verify.Nothing(projects.SelectMany(path => ProjectGraph.Violations(path, Repository.Read(path))));
    }

    [Theory]
    [InlineData("impl", "Xvma.Sync", "Xvma")]
    [InlineData("spec", "Tenet", "Xvma.Spec")]
    [InlineData("model", "Braid", "Braid.Checker", "Linearity", "Tenet.Explore", "Xvma.Cli", "Xvma.Model", "Xvma.Model.Coyote")]
    [InlineData("proofs", "Xvma.Proofs")]
    [InlineData("examples", "BoundedQueue", "BoundedQueue.Tests", "RankJob", "RankJob.Tests")]
    public void Projects_are_in_their_folders(string folder, params string[] projects) => Assert.Equal(
        projects.Order(),
        Repository.Files(folder, "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)!).Order());

    [Fact]
    public void Assemblies_use_only_what_their_projects_may()
    {
        var checkedOnes = 0;
        foreach (var project in ProjectGraph.Arrows.Keys)
        {
            var path = Path.Combine(AppContext.BaseDirectory, project + ".dll");
            if (!File.Exists(path)) continue;
            checkedOnes++;
            var used = Assembly.LoadFrom(path).GetReferencedAssemblies().Select(name => name.Name!);
            Verify.Nothing(used.Where(ProjectGraph.Arrows.ContainsKey).Except(ProjectGraph.Reach(project)).Select(name => $"{project} uses {name}"));
        }

        Assert.True(checkedOnes >= 6, $"Only {checkedOnes} assemblies are beside the tests; the check would be of next to nothing.");
    }

    [Theory]
    [InlineData("""<ProjectReference Include="../../model/Braid/Braid.csproj" />""", "refers to Braid")]
    [InlineData("""<ProjectReference Include="..\..\proofs\Xvma.Proofs\Xvma.Proofs.csproj" />""", "refers to Xvma.Proofs")]
    [InlineData("""<ProjectReference Include="../../tests/Xvma.Tests/Xvma.Tests.csproj" />""", "refers to Xvma.Tests")]
    [InlineData("""<Reference Include="Braid" HintPath="../../model/Braid/bin/Braid.dll" />""", "refers to the assembly Braid")]
    [InlineData("""<Compile Include="../../model/Braid/*.cs" />""", "which is another project's")]
    [InlineData("""<InternalsVisibleTo Include="Xvma.Spec" />""", "which may not know it")]
    public void An_arrow_the_wrong_way_is_noticed(string item, string expected)
    {
        const string Path = "impl/Xvma/Xvma.csproj";
        const string Allowed = """<ProjectReference Include="../Xvma.Sync/Xvma.Sync.csproj" />""";
        Assert.Empty(ProjectGraph.Violations(Path, Project(Allowed)));
        Assert.Contains(expected, Assert.Single(ProjectGraph.Violations(Path, Project(Allowed + item))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_nobody_knows_is_noticed() => Assert.Single(ProjectGraph.Violations("impl/Xvma.New/Xvma.New.csproj", Project("")));

    private static string Project(string items) => $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{items}</ItemGroup></Project>""";
}
