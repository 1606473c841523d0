namespace Linearity;

/// <summary>Two configurations are the same one when everything that can still follow is: how they came about does not matter.</summary>
internal sealed class ConfigurationComparer<TState, TResult>(IEqualityComparer<TState> states, IEqualityComparer<TResult> results)
    : IEqualityComparer<Configuration<TState, TResult>>
{
    public bool Equals(Configuration<TState, TResult> x, Configuration<TState, TResult> y) =>
        x.Taken == y.Taken && states.Equals(x.State, y.State) && Same(x.Free, y.Free);

    public int GetHashCode(Configuration<TState, TResult> configuration) => HashCode.Combine(
        configuration.Taken, configuration.State is { } state ? states.GetHashCode(state) : 0, configuration.Free is null);

    private bool Same(Answer<TResult>? one, Answer<TResult>? other) =>
        one is null || other is null ? one == other : results.Equals(one.Result, other.Result);
}
