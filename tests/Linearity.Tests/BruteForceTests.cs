using FsCheck;
using FsCheck.Fluent;
using Linearity.Models;

namespace Linearity.Tests;

public sealed class BruteForceTests(ITestOutputHelper output)
{
    private const ulong Seed = 0x11ea;

    private int right;
    private int wrong;

    [Fact]
    public void Registers_agree_with_trying_every_order() => Agree(
        new RegisterModel(), (_, n) => new RegisterCall(n % 2, (RegisterVerb)(n / 2 % 5), n / 10 % 3, n / 30 % 2), n => n % 3);

    [Fact]
    public void Queues_agree_with_trying_every_order() => Agree(
        new QueueModel(), (_, n) => new QueueCall(n % 2 == 0 ? n / 2 % 3 : null), n => n % 4 == 3 ? null : n % 4);

    [Fact]
    public void Sets_agree_with_trying_every_order() => Agree(new SetModel(), (_, n) => new SetCall((SetVerb)(n % 3), n / 3 % 2), n => n % 2 == 0);

    [Fact]
    public void Counters_agree_with_trying_every_order() => Agree(new CounterModel(), (_, n) => n % 3, n => n % 4);

    [Fact]
    public void Locks_agree_with_trying_every_order() => Agree(new LockModel(), (thread, n) => new LockCall((LockVerb)(n % 3), thread), n => n % 2 == 0);

    private void Agree<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, Func<int, int, TArgument> argument, Func<int, TResult> lie)
    {
        output.WriteLine($"seed {Seed:x}");
        Prop.ForAll(RandomHistory.Codes(), codes => Difference(model, RandomHistory.Of(codes, model, argument, lie)) is { } difference
                ? false.Label(difference)
                : true.ToProperty())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithStartSize(4).WithEndSize(24).WithReplay(Seed, 1UL));
        output.WriteLine($"{right} linearizable, {wrong} not");
        Assert.True(right > 100 && wrong > 100, $"{right} linearizable and {wrong} not: a comparison of next to nothing.");
    }

    private string? Difference<TState, TArgument, TResult>(SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history)
    {
        var result = Linearizability.Check(model, history);
        var expected = BruteForce.IsLinearizable(model, history);
        if (result.IsLinearizable != expected) return $"{(expected ? "linearizable" : "not linearizable")}, but the search says otherwise";
        if (expected)
        {
            right++;
            return result.Orders.Any(order => !IsWitness(model, history, order)) ? "an order given as witness is none" : null;
        }

        wrong++;
        var found = result.Counterexample!;
        if (BruteForce.IsLinearizable(model, found.History)) return "the prefix is linearizable";
        if (!BruteForce.IsLinearizable(model, history.Prefix(found.Events - 1))) return "a shorter prefix is not linearizable";
        foreach (var (operation, answers) in found.Alternatives)
        {
            if (answers.Any(answer => !BruteForce.IsLinearizable(model, With(found.History, operation, answer)))) return "another answer does not help";
        }

        return null;
    }

    private static bool IsWitness<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history, IReadOnlyList<int> order)
    {
        var state = model.Initial;
        for (var at = 0; at < order.Count; at++)
        {
            var call = history.Operations[order[at]];
            if (order.Skip(at + 1).Any(later => history.Operations[later].Returned < call.Invoked)) return false;
            if (call.IsPending) state = model.Outcomes(state, call.Argument).First().After;
            else if (!model.TryApply(state, call.Argument, call.Result!, out state)) return false;
        }

        return true;
    }

    private static History<TArgument, TResult> With<TArgument, TResult>(History<TArgument, TResult> history, int operation, TResult answer)
    {
        var builder = new HistoryBuilder<TArgument, TResult>();
        foreach (var happening in history.Events)
        {
            var call = history.Operations[happening.Operation];
            if (!happening.IsResponse) builder.Invoke(call.Thread, call.Argument);
            else builder.Respond(call.Thread, happening.Operation == operation ? answer : call.Result!);
        }

        return builder.Build();
    }
}
