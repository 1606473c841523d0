namespace Braid;

/// <summary>Where messages for an actor go. Immutable: it may be sent and stored freely.</summary>
public sealed class ActorAddress
{
    internal ActorAddress(string name, int thread, CellIdentity mailbox)
    {
        Name = name;
        Thread = thread;
        Mailbox = mailbox;
    }

    /// <summary>What traces call the actor.</summary>
    public string Name { get; }

    internal int Thread { get; }

    internal CellIdentity Mailbox { get; }

    /// <summary>Puts a message into the actor's mailbox and goes on. A scheduling point.</summary>
    /// <param name="message">An immutable object.</param>
    public void Send(object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Execution.Current.Send(this, message);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
