using Xvma.Sync;

namespace Xvma.Model.Tests;

public sealed class ScenarioTests
{
    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    [Fact]
    public void The_names_that_the_chapters_use_are_there()
    {
        string[] expected =
        [
            "fault against unmap", "fault against last leave", "join against last leave", "join against change of uid", "two joins and a leave",
            "map against overlapping map", "partial unmap against bcopy", "exit during a user-mode fault", "kill with an outstanding instruction",
            "context steal against fault", "root is refused", "private addresses stay private",
        ];

        Assert.Subset(ScenarioCatalogue.All.Select(scenario => scenario.Name).ToHashSet(), expected.ToHashSet());
    }

    [Fact]
    public void No_name_is_given_twice() =>
        Assert.Equal(ScenarioCatalogue.All.Count, ScenarioCatalogue.All.DistinctBy(scenario => scenario.Name, StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_holds_when_its_actors_take_turns(string name)
    {
        var run = ScenarioCatalogue.Find(name).Start();
        // A miss waits for its handler, so a handler is there all the time.
        var handlers = run.Actors.Where(IsHandler).Select(actor => new Thread(() => actor.Body())).ToList();
        handlers.ForEach(handler => handler.Start());
        foreach (var actor in run.Actors.Where(actor => !IsHandler(actor))) actor.Body();
        handlers.ForEach(handler => handler.Join());
        run.AtRest();
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_holds_on_real_threads(string name) => NativeStress.Run(ScenarioCatalogue.Find(name), rounds: 50);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_comes_to_its_end_under_fair_schedules(string name)
    {
        var result = Braid.Explorer.Run(
            ScenarioProgram.Factory(name, theory: null), new() { Strategy = Braid.Strategy.FairWalk, MaxSchedules = 20 },
            stop: TestContext.Current.CancellationToken);

        Assert.Equal((null, 20L), (result.Failure?.Message, result.Traces));
    }

    [Fact]
    public void An_actor_without_a_task_is_an_error() =>
        Assert.Contains("an actor without a task", Assert.Throws<InvalidOperationException>(() => new Forgetful(Native).Prepare()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_actor_with_two_tasks_is_an_error() =>
        Assert.Contains("has been given a task already", Assert.Throws<InvalidOperationException>(() => new Generous(Native).Prepare()).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_actor_gets_no_task() =>
        Assert.Contains("is not marked [Actor]", Assert.Throws<ArgumentException>(() => new Mistaken(Native).Prepare()).Message, StringComparison.Ordinal);

    private static World Native => World.Over<NativeSync>(SilentLog.Instance);

    private static bool IsHandler((string Name, string Role, Action Body) actor) => actor.Role == "interrupt";

    private sealed class Forgetful(World world) : Scenario(world)
    {
        protected override void Arrange()
        {
        }

        [Actor]
        private static void Nobody(TaskBehaviour me) => me.Exit();
    }

    private sealed class Generous(World world) : Scenario(world)
    {
        protected override void Arrange() => Task(1000, Somebody, Somebody);

        [Actor]
        private static void Somebody(TaskBehaviour me) => me.Exit();
    }

    private sealed class Mistaken(World world) : Scenario(world)
    {
        protected override void Arrange() => Task(1000, Somebody);

        private static void Somebody(TaskBehaviour me) => me.Exit();
    }
}
