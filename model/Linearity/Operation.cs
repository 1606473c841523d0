namespace Linearity;

/// <summary>One call on the object: from its invocation to its response, both as positions in the history's order of events.</summary>
/// <typeparam name="TArgument">What was asked.</typeparam>
/// <typeparam name="TResult">What was answered.</typeparam>
/// <param name="Thread">Who called; a thread has at most one open call.</param>
/// <param name="Argument">What was asked.</param>
/// <param name="Result">What was answered; without meaning while pending.</param>
/// <param name="Invoked">Index of the invocation among the events.</param>
/// <param name="Returned">Index of the response among the events, or <see cref="Never"/>.</param>
public readonly record struct Operation<TArgument, TResult>(int Thread, TArgument Argument, TResult? Result, int Invoked, int Returned)
{
    /// <summary>The index of a response that never came.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Whether no response came: it may have taken effect, or not.</summary>
    public bool IsPending => Returned == Never;
}
