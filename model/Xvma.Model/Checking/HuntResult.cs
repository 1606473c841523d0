using Braid;

namespace Xvma.Model;

/// <summary>What looking for a bug came to (<see cref="KnownBugChecker.Hunt"/>).</summary>
/// <param name="Last">What the last of its searches says: the one that found the bug, if any did.</param>
/// <param name="Strategy">What that search went by.</param>
/// <param name="Before">Schedules of the searches before it.</param>
/// <param name="Found">The failure made small, when there is one.</param>
public sealed record HuntResult(ExplorationResult Last, Strategy Strategy, long Before, FoundFailure? Found)
{
    /// <summary>Schedules until the bug was found, or all that were run.</summary>
    public long Schedules => Before + (Last.Failure?.FoundAfter ?? Last.Schedules);
}
