namespace Linearity;

/// <summary>A call put into the order, after those before it.</summary>
internal sealed record Placed(int Operation, Placed? Before);
