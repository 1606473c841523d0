namespace Xvma;

/// <summary>The outcome of an operation that returns a value when it is done.</summary>
/// <param name="Error">Why it was refused; <see cref="XvmaError.None"/> when it was done.</param>
/// <param name="Value">The value; meaningless when refused.</param>
/// <param name="Detail">The particulars of this refusal, naming the clause; null when it was done.</param>
public readonly record struct Result<T>(XvmaError Error, T Value, string? Detail = null)
{
    /// <summary>Whether it was done.</summary>
    public bool IsOk => Error == XvmaError.None;

    /// <summary>The outcome alone.</summary>
    public Result Outcome => new(Error, Detail);

    /// <summary>The value, or an exception when the operation was refused.</summary>
    /// <exception cref="XvmaException">The operation was refused.</exception>
    public T OrThrow()
    {
        Outcome.OrThrow();
        return Value;
    }

    /// <summary>Done, with this value.</summary>
    public static implicit operator Result<T>(T value) => new(XvmaError.None, value);

    /// <summary>Refused, for the reason of <paramref name="refusal"/>.</summary>
    public static implicit operator Result<T>(Result refusal) => new(refusal.Error, default!, refusal.Detail);

    /// <inheritdoc/>
    public override string ToString() => IsOk ? $"{Value}" : Outcome.ToString();
}
