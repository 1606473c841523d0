namespace Tenet.Explore.Tests;

/// <summary>What SPIN said of an instance.</summary>
internal sealed record SpinResult(long States, long Errors, TimeSpan Time);
