using Xvma.Proofs.Induction;
using Xvma.Proofs.Smt;
using Xvma.Proofs.Tests.Toys;

namespace Xvma.Proofs.Tests;

public sealed class Cvc5Tests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly string folder = Directory.CreateTempSubdirectory("xvma-cvc5").FullName;

    [Fact]
    public void Without_it_one_line_says_what_to_install()
    {
        var missing = Cvc5Solver.Find(["/nowhere/cvc5"]);
        Assert.IsType<MissingSolver>(missing);
        Assert.Contains("apt-get install cvc5", missing.Name);
        Assert.DoesNotContain('\n', missing.Name);
    }

    [Fact]
    public void A_program_of_that_name_that_is_something_else_is_not_it() =>
        Assert.IsType<MissingSolver>(Cvc5Solver.Find([Program("echo 'a game about five'")]));

    [Fact]
    public void A_file_that_is_no_program_is_not_it()
    {
        var path = Path.Combine(folder, "cvc5");
        File.WriteAllText(path, "no program");
        Assert.IsType<MissingSolver>(Cvc5Solver.Find([path]));
    }

    [Theory]
    [InlineData("unsat", SolverAnswerKind.Unsatisfiable)]
    [InlineData("sat", SolverAnswerKind.Satisfiable)]
    [InlineData("unknown", SolverAnswerKind.Unknown)]
    [InlineData("", SolverAnswerKind.Unknown)]
    [InlineData("(error \"unexpected\")", SolverAnswerKind.Unknown)]
    public void What_it_says_is_read(string said, SolverAnswerKind kind)
    {
        var solver = Fake($"cat > /dev/null; echo '{said}'");
        Assert.Equal("cvc5 1.0.3", solver.Name);
        var answer = solver.Ask("(check-sat)", Timeout);
        Assert.Equal(kind, answer.Kind);
        Assert.Equal(kind == SolverAnswerKind.Unknown, answer.Reason.Length > 0);
    }

    [Fact]
    public void One_that_does_not_end_is_ended_and_has_said_nothing()
    {
        var answer = Fake("exec sleep 1000").Ask("(check-sat)", TimeSpan.FromMilliseconds(1));
        Assert.Equal(SolverAnswerKind.Unknown, answer.Kind);
        Assert.Contains("was ended", answer.Reason);
    }

    [Fact]
    public void One_that_ends_before_it_has_read_is_no_error() =>
        Assert.Equal(SolverAnswerKind.Unknown, Fake("exit 3").Ask(new string(' ', 1 << 20), Timeout).Kind);

    [Fact]
    public void One_that_says_the_opposite_is_heard()
    {
        var results = TicketLock.Theory.Prove();
        var stop = TestContext.Current.CancellationToken;
        var opinions = SecondOpinion.Ask(Fake("cat > /dev/null; echo sat"), TicketLock.Theory, results, Timeout, workers: 2, stop: stop);
        Assert.Equal(results.Count(result => !result.Obligation.IsTrivial), opinions.Length);
        Assert.All(opinions, opinion => Assert.Equal(Agreement.Disagrees, opinion.Agreement));

        var silent = SecondOpinion.Ask(Fake("cat > /dev/null; echo unknown"), TicketLock.Theory, results, Timeout, workers: 2, stop: stop);
        Assert.All(silent, opinion => Assert.Equal(Agreement.SaysNothing, opinion.Agreement));
    }

    [Fact]
    public void Where_it_is_it_agrees_on_what_is_right_and_on_what_is_wrong()
    {
        if (Cvc5Solver.Find() is not Cvc5Solver solver)
        {
            Assert.Skip(Cvc5Solver.HowToInstall);
            return;
        }

        foreach (var theory in new[] { TicketLock.Theory, Shootdown.Theory, TicketLock.Theory.Without("one called") })
        {
            var opinions = SecondOpinion.Ask(solver, theory, theory.Prove(), Timeout, workers: 2, stop: TestContext.Current.CancellationToken);
            Assert.NotEmpty(opinions);
            Assert.All(opinions, opinion => Assert.NotEqual(Agreement.Disagrees, opinion.Agreement));
            Assert.Contains(opinions, opinion => opinion.Agreement == Agreement.Agrees);
        }

        Assert.True(Lemmas.ObligationById("L4/range").Prove(solver).IsProved);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // A process that another test starts at this very moment may still hold the file open for writing: then it cannot run yet.
    private Cvc5Solver Fake(string answers)
    {
        var program = Program($"if [ \"$1\" = --version ]; then echo 'This is cvc5 version 1.0.3'; exit 0; fi\n{answers}");
        return Enumerable.Range(0, 1000).Select(_ => Cvc5Solver.Find([program])).OfType<Cvc5Solver>().First();
    }

    private string Program(string script)
    {
        var path = Path.Combine(folder, "fake-cvc5");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
