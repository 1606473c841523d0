namespace Braid;

/// <summary>What the explorer keeps of an actor in one schedule.</summary>
internal sealed class ActorState(Actor actor, ActorAddress address)
{
    private object[] messages = new object[8];

    public Actor Actor { get; } = actor;

    public ActorAddress Address { get; } = address;

    /// <summary>Number of the handler run under way, or of the last one.</summary>
    public int Run;

    /// <summary>Whether it is under way.</summary>
    public bool IsHandling;

    /// <summary>What it handles.</summary>
    public object Message = "";

    /// <summary>All messages ever sent, by number: the counters of the mailbox say which are waiting.</summary>
    public void Put(long number, object message)
    {
        if (number == messages.Length) Array.Resize(ref messages, messages.Length * 2);
        messages[number] = message;
    }

    public object Take(long number) => messages[number];

    public void Begin()
    {
        Run = 0;
        IsHandling = false;
        Actor.Start();
    }
}
