namespace Tenet.Explore.Tests;

/// <summary>Holds counterexamples against the theory: each state follows from the one before by the action shown.</summary>
internal static class Behaviour
{
    public static void Require(Counterexample counterexample)
    {
        var system = GroundSystemBuilder.Build(counterexample.Instance);
        Assert.Contains(system.Initial, initial => counterexample.Steps[0].State.Values.SequenceEqual(initial));
        for (var index = 1; index < counterexample.Steps.Length; index++)
        {
            var before = counterexample.Steps[index - 1].State.Values;
            var step = counterexample.Steps[index];
            var action = system.Actions.Single(action => action.Rule == step.Action && action.Arguments.SequenceEqual(step.Arguments));
            Assert.True(action.Guard.Holds(before), $"step {index} is not possible");
            var after = before.ToArray();
            foreach (var assignment in action.Assignments) after[assignment.Cell] = assignment.Value.Value(before);
            Assert.Equal(after, step.State.Values.ToArray());
        }

        if (counterexample.LoopsTo is { } back) Assert.Equal(counterexample.Steps[back].State.Values.ToArray(), counterexample.Steps[^1].State.Values.ToArray());
    }
}
