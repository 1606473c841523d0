namespace Xvma.Model.Coyote;

/// <summary>Coyote could not rewrite the given assemblies.</summary>
/// <param name="message">What its tool said.</param>
public sealed class RewritingException(string message) : Exception(message);
