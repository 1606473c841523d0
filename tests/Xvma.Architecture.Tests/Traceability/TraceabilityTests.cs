using Xvma.Spec;

namespace Xvma.Architecture.Tests;

public sealed class TraceabilityTests
{
    private static readonly Specification Text = Specification.Load();

    private static readonly string[] CodeFolders = ["impl", "model", "proofs"];

    private static readonly Tracing Real = new(Text.Clauses, Catalogues.Existing);

    [Fact]
    public void Every_check_that_a_clause_names_exists() => Verify.Nothing(Real.Missing);

    [Fact]
    public void Every_clause_that_a_check_names_exists() => Verify.Nothing(Real.UnknownClauses);

    [Fact]
    public void Every_scenario_known_bug_and_lemma_is_named_by_a_clause() => Verify.Nothing(Real.Unnamed);

    [Fact]
    public void Every_clause_named_in_code_exists()
    {
        var families = Text.Chapters.Select(chapter => chapter.Family).ToHashSet();
        var unknown =
            from folder in CodeFolders
            from path in Repository.Files(folder, "*.cs")
            from id in ClauseId.MentionedIn(Repository.Read(path)).Distinct()
            where families.Contains(id.Family) && Text.Find(id) is null
            select $"{path} names {id}, which is no clause";
        Verify.Nothing(unknown);
    }

    [Fact]
    public void A_test_source_is_read_as_the_runner_reads_it()
    {
        const string Source = """
            namespace N;

            [Trait("Clause", "DOR-1")]
            public sealed class DoorTests(int a)
            {
                [Fact]
                public void It_opens() => Helper();

                [Theory]
                [InlineData("[Fact]")]
                [Trait("Clause", "DOR-2, DOR-9")]
                public async Task It_opens_again(string how)
                {
                }

                public void Helper()
                {
                }
            }
            """;
        var tests = new TestSourceCatalogue([("d.cs", Source)]).Checks;
        Assert.Equal(["test DoorTests.It_opens", "test DoorTests.It_opens_again"], tests.Select(test => test.Check.ToString()));
        Assert.Equal(["DOR-1"], tests[0].Clauses);
        Assert.Equal(["DOR-1", "DOR-2", "DOR-9"], tests[1].Clauses);
    }

    [Fact]
    public void The_tests_that_are_running_are_found_in_their_sources()
    {
        var found = Catalogues.Existing.Where(check => check.Check.Kind == CheckKind.Test).Select(check => check.Check.Name).ToHashSet();
        var running =
            from type in typeof(TraceabilityTests).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.IsDefined(typeof(FactAttribute), inherit: true)
            select $"{type.Name}.{method.Name}";
        Assert.Subset(found, running.ToHashSet());
    }

    [Fact]
    public void Missing_and_unknown_names_are_noticed()
    {
        var clause = Text.Find(ClauseId.Parse("FLT-3"))!;
        var bug = new Check(CheckKind.KnownBug, "lost-invalidate");
        var all = clause.CheckedBy.Select(check => new NamedCheck(check, ["FLT-3"], "here")).ToList();

        var right = new Tracing([clause], all);
        Assert.Empty(right.Missing.Concat(right.UnknownClauses).Concat(right.Unnamed));
        Assert.Empty(right.Unchecked);

        var withoutBug = all.Where(check => check.Check != bug).ToList();
        Assert.Contains("known bug lost-invalidate", Assert.Single(new Tracing([clause], withoutBug).Missing), StringComparison.Ordinal);
        Assert.Single(new Tracing([clause], [.. all, new(new(CheckKind.Scenario, "nobody's"), ["FLT-3"], "here")]).Unnamed);
        Assert.Single(new Tracing([clause], [.. all, new(new(CheckKind.Test, "A.B"), ["FLT-99"], "here")]).UnknownClauses);
        Assert.Single(new Tracing([clause], [.. all, new(new(CheckKind.Test, "A.B"), ["fault"], "here")]).UnknownClauses);
        Assert.Single(new Tracing([clause], []).Unchecked);
    }
}
