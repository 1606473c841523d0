namespace Xvma;

/// <summary>Thrown by the forms without <c>Try</c> when an operation is refused; nothing has changed.</summary>
/// <param name="error">Why.</param>
/// <param name="message">The same in a sentence, naming the clause.</param>
public sealed class XvmaException(XvmaError error, string message) : Exception(message)
{
    /// <summary>Why the operation was refused.</summary>
    public XvmaError Error { get; } = error;
}
