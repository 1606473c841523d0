namespace Braid;

/// <summary>
/// Somebody who takes messages out of a mailbox, one after the other. Handlers are explored like threads: what they share with others, and what
/// they keep from one message to the next, lives in cells, made in the constructor.
/// </summary>
/// <remarks>A thread is executed again from its beginning, an actor only from the beginning of the handler it is in, however long it lives.</remarks>
public abstract class Actor
{
    private readonly Dictionary<Type, Action<object>> handlers = [];
    private ActorAddress? address;

    /// <summary>Where to send messages for this actor; known once the actor has been created.</summary>
    public ActorAddress Address
    {
        get => address ?? throw new InvalidOperationException("An actor has its address once it has been created.");
        internal set => address = value;
    }

    internal bool IsStopping { get; private set; }

    /// <summary>Says what to do with messages of one type; in the constructor.</summary>
    /// <exception cref="ArgumentException">The type has a handler already.</exception>
    protected void On<TMessage>(Action<TMessage> handler)
        where TMessage : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        handlers.Add(typeof(TMessage), message => handler((TMessage)message));
    }

    /// <summary>Creates another actor. A scheduling point.</summary>
    /// <param name="name">What traces call it.</param>
    /// <param name="create">Makes the actor and its cells; may neither wait nor use other cells.</param>
    protected static ActorAddress Create(string name, Func<Actor> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        return Execution.Current.CreateActor(name, create);
    }

    /// <summary>Takes no message after the one being handled.</summary>
    protected void Stop() => IsStopping = true;

    internal void Start() => IsStopping = false;

    internal void Handle(object message)
    {
        if (!handlers.TryGetValue(message.GetType(), out var handler))
            throw new InvalidOperationException($"{GetType().Name} has no handler for {message.GetType().Name}.");
        handler(message);
    }
}
