namespace Linearity;

/// <summary>An answer that was chosen, rather than recorded.</summary>
internal sealed record Answer<TResult>(TResult Result);
