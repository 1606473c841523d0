using System.Diagnostics;
using Linearity.Models;

namespace Linearity.Tests;

public sealed class SizeTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_calls_on_registers_are_searched_part_by_part_in_a_search_as_long_as_the_history()
    {
        const int Seed = 5;
        var history = LongHistory(new(Seed), calls: 10_000, threads: 4, registers: 16);
        var watch = Stopwatch.StartNew();
        var result = Linearizability.Check(new RegisterModel(), history);

        output.WriteLine($"seed {Seed}: {result.Parts} parts, {result.Configurations} configurations, {watch.Elapsed.TotalMilliseconds:F0} ms");
        Assert.True(result.IsLinearizable);
        Assert.Equal(16, result.Parts);
        Assert.InRange(result.Configurations, 10_000, 60_000);
    }

    [Fact]
    public void A_wrong_answer_in_the_middle_of_ten_thousand_is_found_where_it_is()
    {
        const int Wrong = 5_000;
        var right = LongHistory(new(5), calls: 10_000, threads: 4, registers: 16);
        var builder = new HistoryBuilder<RegisterCall, long>();
        foreach (var happening in right.Events)
        {
            var call = right.Operations[happening.Operation];
            if (!happening.IsResponse) builder.Invoke(call.Thread, call.Argument);
            else builder.Respond(call.Thread, happening.Operation == Wrong ? -1 : call.Result);
        }

        var found = Linearizability.Check(new RegisterModel(), builder.Build()).Counterexample!;
        Assert.Equal((Wrong, right.Operations[Wrong].Returned + 1), (found.Operation, found.Events));
        Assert.Contains(right.Operations[Wrong].Result, found.Alternatives[Wrong]);
    }

    /// <summary>What atomic registers answer when each call takes effect at a random moment while it is open.</summary>
    private static History<RegisterCall, long> LongHistory(Random random, int calls, int threads, int registers)
    {
        var model = new RegisterModel();
        var builder = new HistoryBuilder<RegisterCall, long>();
        var values = new long[registers];
        var open = new RegisterCall?[threads];
        var answers = new long?[threads];
        for (var left = calls; left > 0 || open.Any(call => call is not null);)
        {
            var thread = random.Next(threads);
            if (open[thread] is not { } call)
            {
                if (left-- <= 0) continue;
                open[thread] = call = new(random.Next(registers), Verbs[random.Next(Verbs.Length)], random.Next(1, 1000));
                answers[thread] = null;
                builder.Invoke(thread, call);
            }
            else if (answers[thread] is { } answer)
            {
                builder.Respond(thread, answer);
                open[thread] = null;
            }
            else
            {
                (answers[thread], values[call.Register]) = model.Apply(values[call.Register], call);
            }
        }

        return builder.Build();
    }

    // Of exchanges in chains only one order is right; this is where a search that places calls too early loses itself.
    private static readonly RegisterVerb[] Verbs = [RegisterVerb.Read, RegisterVerb.Write, RegisterVerb.Exchange, RegisterVerb.Add];
}
