namespace Braid;

/// <summary>What <see cref="Require"/> required is not so.</summary>
/// <param name="message">What is wrong: a sentence, or the page of a failure.</param>
public sealed class RequirementException(string message) : Exception("\n" + message.TrimEnd());
