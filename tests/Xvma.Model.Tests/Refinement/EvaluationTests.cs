using Tenet;
using Tenet.Evaluation;
using Xvma.Spec.Formal;

namespace Xvma.Model.Tests.Refinement;

/// <summary>Compiled actions do what the formulas say, by the word of an interpreter that is written without a thought of speed.</summary>
[Trait("Clause", "INV-11")]
public sealed class EvaluationTests
{
    private const int Seed = 1;

    public static TheoryData<string> Actions => [.. XvmaTheory.Theory.Actions.Select(action => action.Name)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void A_compiled_action_agrees_with_the_interpreter(string name)
    {
        var theory = XvmaTheory.Theory;
        var action = CompiledTheory.Of(theory).Action(name);
        var random = new Random(Seed);
        for (var round = 0; round < 20; round++)
        {
            var state = RandomState(theory, random, density: round % 4);
            int[] with = [.. action.Rule.Parameters.Select(parameter => random.Next(state.SizeOf(parameter.Sort)))];
            var scope = Interpreter.Bind(action.Rule.Parameters, with);

            Assert.Equal(Interpreter.Holds(action.Rule.Guard, state, scope), action.IsPossible(state, with));
            Assert.Equal(action.Rule.Refusals.ToList().FindIndex(refusal => Interpreter.Holds(refusal.When, state, scope)), action.RefusalIn(state, with));
            Assert.Equal(action.FirstFailing(state, with) < 0, action.IsPossible(state, with));

            var expected = Interpreter.Next(action.Rule, state, scope);
            action.ApplyAnyway(state, with);
            Assert.Empty(state.ChangesSince(expected));
        }
    }

    [Fact]
    public void A_state_that_grows_keeps_what_it_holds()
    {
        var theory = XvmaTheory.Theory;
        var state = RandomState(theory, new(Seed), density: 2);
        var before = new TheoryState(theory);
        before.CopyFrom(state);

        foreach (var sort in theory.Sorts.Where(sort => !sort.IsEnumeration))
        {
            for (var more = 0; more < 5; more++) state.Add(sort);
        }

        Assert.Empty(state.ChangesSince(before));
        state.CopyFrom(before);
        Assert.Empty(before.ChangesSince(state));
        Assert.Equal(before.SizeOf(theory.Sorts[0]), state.SizeOf(theory.Sorts[0]));
    }

    [Fact]
    public void A_step_is_one_by_its_action_and_no_other_change()
    {
        var theory = XvmaTheory.Theory;
        var compiled = CompiledTheory.Of(theory);
        var before = new TheoryState(theory);
        foreach (var sort in theory.Sorts.Where(sort => !sort.IsEnumeration)) before.Add(sort);
        var after = new TheoryState(theory);
        after.CopyFrom(before);
        after[XvmaTheory.Vocabulary.Life, 0] = (int)TaskLife.Alive;

        Assert.True(compiled.IsStep(compiled.Action("start"), before, [0, 0], after));
        Assert.False(compiled.IsStep(compiled.Action("start"), after, [0, 0], after));
        after[XvmaTheory.Vocabulary.Closed, 0] = 1;
        Assert.False(compiled.IsStep(compiled.Action("start"), before, [0, 0], after));
    }

    private static TheoryState RandomState(Tenet.Theory theory, Random random, int density)
    {
        var state = new TheoryState(theory);
        foreach (var sort in theory.Sorts.Where(sort => !sort.IsEnumeration)) for (var size = 1 + random.Next(2); size > 0; size--) state.Add(sort);
        foreach (var symbol in theory.Symbols) Fill(state, symbol, [], random, density);
        return state;
    }

    private static void Fill(TheoryState state, Symbol symbol, int[] first, Random random, int density)
    {
        if (first.Length < symbol.Arguments.Length)
        {
            for (var element = 0; element < state.SizeOf(symbol.Arguments[first.Length]); element++) Fill(state, symbol, [.. first, element], random, density);
            return;
        }

        int[] at = [.. first, 0, 0, 0, 0];
        state[symbol, at[0], at[1], at[2], at[3]] = symbol.Result.IsTruth ? (random.Next(4) < density ? 1 : 0) : random.Next(state.SizeOf(symbol.Result));
    }
}
