using Xvma.Sync;

namespace Braid;

/// <summary>
/// Follows every schedule step by step, and throws a <see cref="Violation"/> when a step is one that must not be.
/// </summary>
/// <remarks>
/// It sees the steps in the order of the schedule, without taking part: it is no scheduling point and makes no two steps dependent. So, unlike an
/// invariant of every step, it is not shown the schedules that differ only in the order of steps that are independent of each other.
/// </remarks>
public interface IScheduleObserver : ISyncObserver
{
    /// <summary>The arrangement is over: this is the state that every schedule starts from.</summary>
    void Arranged();

    /// <summary>A schedule begins, in the state that was arranged. A violation met while arranging is thrown here.</summary>
    void Begin();
}
