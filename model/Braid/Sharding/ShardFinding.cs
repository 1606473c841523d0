namespace Braid;

/// <summary>A known bug that a shard was to find.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFound">Whether it was found; null when it has not been looked for yet.</param>
public sealed record ShardFinding(string Name, bool? IsFound);
