using System.Collections.Immutable;

namespace Linearity.Tests;

/// <summary>Tries every order of every choice of pending calls, on the object as a whole: the definition, word for word.</summary>
internal static class BruteForce
{
    public static bool IsLinearizable<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history) =>
        Extends(model, history.Operations, ImmutableDictionary<object, TState>.Empty, new bool[history.Operations.Count]);

    private static bool Extends<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, IReadOnlyList<Operation<TArgument, TResult>> calls,
        ImmutableDictionary<object, TState> states, bool[] placed)
    {
        if (calls.Index().All(each => placed[each.Index] || each.Item.IsPending)) return true;
        for (var next = 0; next < calls.Count; next++)
        {
            var call = calls[next];
            // What returned before this call began must have its place already.
            if (placed[next] || calls.Index().Any(each => !placed[each.Index] && each.Item.Returned < call.Invoked)) continue;
            placed[next] = true;
            var part = model.PartitionOf(call.Argument);
            foreach (var (result, after) in model.Outcomes(states.GetValueOrDefault(part, model.Initial), call.Argument))
            {
                if ((call.IsPending || model.Results.Equals(result, call.Result!)) && Extends(model, calls, states.SetItem(part, after), placed)) return true;
            }

            placed[next] = false;
        }

        return false;
    }
}
