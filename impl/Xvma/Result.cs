namespace Xvma;

/// <summary>The outcome of an operation that returns nothing else: done, or refused with a reason and nothing changed.</summary>
/// <param name="Error">Why it was refused; <see cref="XvmaError.None"/> when it was done.</param>
/// <param name="Detail">The particulars of this refusal, naming the clause; null when it was done.</param>
public readonly record struct Result(XvmaError Error, string? Detail = null)
{
    /// <summary>Done.</summary>
    public static Result Ok => default;

    /// <summary>Whether it was done.</summary>
    public bool IsOk => Error == XvmaError.None;

    /// <summary>Throws when the operation was refused.</summary>
    /// <exception cref="XvmaException">The operation was refused.</exception>
    public void OrThrow()
    {
        if (!IsOk) throw new XvmaException(Error, ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => IsOk ? "ok" : $"refused: {Detail ?? Error.ToString()}";
}
