using System.Runtime.Loader;

namespace Xvma.Model.Tests;

public sealed class KnownBugCompilerTests
{
    public static TheoryData<string> Bugs => [.. KnownBug.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void Every_known_bug_applies_and_names_what_there_is(string name)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));
        KnownBugCompiler.Verify(bug);
        Assert.True(ScenarioCatalogue.TryFind(bug.Scenario, out var scenario));
        Assert.NotEmpty(bug.Breaks.Intersect(scenario.Clauses));
    }

    [Fact]
    public void The_sources_that_travel_along_are_the_whole_library()
    {
        var context = new AssemblyLoadContext("unchanged", isCollectible: true);
        var compiled = context.LoadFromStream(new MemoryStream(KnownBugCompiler.CompileUnchanged()));

        Assert.Equal(typeof(Machine).Assembly.GetName().FullName, compiled.GetName().FullName);
        Assert.Equal(
            typeof(Machine).Assembly.GetExportedTypes().Select(type => type.FullName).Order(StringComparer.Ordinal),
            compiled.GetExportedTypes().Select(type => type.FullName).Order(StringComparer.Ordinal));
        context.Unload();
    }

    // Code that can be unloaded is compiled with all optimisations at its first call: most of what a bug found in few schedules took.
    [Fact]
    public void A_known_bugs_copy_is_compiled_in_tiers_as_the_rest_is()
    {
        var context = new MutantContext(KnownBugCompiler.CompileUnchanged(), "unchanged, to stay");

        Assert.False(context.IsCollectible);
        Assert.All(context.Assemblies, assembly => Assert.False(assembly.IsCollectible));
    }

    [Fact]
    public void An_edit_of_what_is_no_source_of_the_library_is_refused()
    {
        var bug = KnownBug.All[0] with { Edits = [new("impl/Xvma/Nowhere.cs", ["a"], [])] };

        Assert.Contains("impl/Xvma/Nowhere.cs is not a source", Assert.Throws<KnownBugException>(() => KnownBugCompiler.Verify(bug)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_that_does_not_compile_is_refused_with_the_compilers_words()
    {
        var bug = KnownBug.All[0] with { Edits = [new("impl/Xvma/Window.cs", ["public ExtendedAddress Start => Range.Start;"], ["public int Start => Nothing;"])] };

        Assert.Contains("CS0103", Assert.Throws<KnownBugException>(() => KnownBugCompiler.Compile(bug)).Message, StringComparison.Ordinal);
    }
}
