using FsCheck;
using FsCheck.Fluent;

namespace Linearity.Tests;

/// <summary>Small histories of three threads: mostly what the model answers at some moment of the call, sometimes something else.</summary>
internal static class RandomHistory
{
    private const int Threads = 3;

    public static Arbitrary<int[]> Codes() => Arb.From(Gen.Choose(0, (1 << 20) - 1).ArrayOf());

    /// <param name="codes">One event each, as far as calls are left.</param>
    /// <param name="model">Whose answers are given.</param>
    /// <param name="argument">A call, from a thread and a number.</param>
    /// <param name="lie">An answer, from a number.</param>
    public static History<TArgument, TResult> Of<TState, TArgument, TResult>(
        int[] codes, SequentialModel<TState, TArgument, TResult> model, Func<int, int, TArgument> argument, Func<int, TResult> lie)
    {
        var builder = new HistoryBuilder<TArgument, TResult>();
        var states = new Dictionary<object, TState>();
        var open = new TArgument?[Threads];
        var answers = new (bool Known, TResult? Answer)[Threads];
        var isOpen = new bool[Threads];
        var calls = 0;
        foreach (var code in codes)
        {
            var (thread, number) = (code % Threads, code / Threads);
            if (!isOpen[thread])
            {
                if (calls++ == 6) break;
                open[thread] = argument(thread, number);
                isOpen[thread] = true;
                answers[thread] = default;
                builder.Invoke(thread, open[thread]!);
                if (number % 3 != 0) Answer(thread);
                continue;
            }

            if (!answers[thread].Known && !Answer(thread)) continue;
            isOpen[thread] = false;
            builder.Respond(thread, number % 5 == 0 ? lie(number / 5) : answers[thread].Answer!);
        }

        return builder.Build();

        bool Answer(int thread)
        {
            var part = model.PartitionOf(open[thread]!);
            foreach (var (result, after) in model.Outcomes(states.GetValueOrDefault(part, model.Initial), open[thread]!))
            {
                states[part] = after;
                answers[thread] = (true, result);
                return true;
            }

            return false;
        }
    }
}
