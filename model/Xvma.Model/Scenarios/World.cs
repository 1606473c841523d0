using Xvma.Sync;

namespace Xvma.Model;

/// <summary>
/// What a scenario runs in: the seam's instantiation, hidden, so that one compiled scenario runs in every engine and natively.
/// </summary>
/// <param name="calls">Where calls are shown.</param>
public abstract class World(ICallLog calls)
{
    /// <summary>Where calls are shown.</summary>
    public ICallLog Calls { get; } = calls;

    /// <summary>A world over the seam's instantiation <typeparamref name="TSync"/>.</summary>
    public static World Over<TSync>(ICallLog calls)
        where TSync : struct, ISync => new WorldOf<TSync>(calls);

    /// <summary>Makes the machine under test.</summary>
    public abstract Machine CreateMachine(MachineOptions options);

    /// <summary>Makes a place where one actor leaves a result for the check at rest.</summary>
    public abstract Outcome<T> CreateOutcome<T>(string what)
        where T : struct;
}
