namespace Tenet.Explore;

/// <summary>What a search has counted up to the end of a level.</summary>
/// <param name="Levels">The states, level by level; the last one is still to be expanded.</param>
/// <param name="Transitions">Steps taken.</param>
/// <param name="Taken">How often each ground action was taken.</param>
/// <param name="Shown">For each watched formula a state that shows it, or -1.</param>
/// <param name="Elapsed">Time of the search.</param>
internal sealed record Snapshot(IReadOnlyList<List<Range>> Levels, long Transitions, long[] Taken, long[] Shown, TimeSpan Elapsed);
