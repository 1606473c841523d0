namespace Xvma.Model;

/// <summary>What an actor can do, as plain calls of the library's facade, each shown through the one hook.</summary>
/// <param name="calls">Where its calls are shown.</param>
public abstract class Behaviour(ICallLog calls)
{
    /// <summary>What it stands for.</summary>
    public abstract ActorRole Role { get; }

    /// <summary>Where its calls are shown.</summary>
    protected ICallLog Calls { get; } = calls;
}
