namespace Braid;

/// <summary>Where <see cref="Program.Arrange"/> puts what is to be run.</summary>
public sealed class Stage
{
    /// <summary>Largest number of threads and actors of one program.</summary>
    public const int MaxThreads = 64;

    private readonly Func<string, Actor, ActorAddress> enrol;
    private readonly Action<string, Action> start;
    private int maxCreatedActors = 8;

    internal Stage(Action<string, Action> start, Func<string, Actor, ActorAddress> enrol)
    {
        this.start = start;
        this.enrol = enrol;
    }

    /// <summary>Largest number of actors that handlers and threads create in one schedule, in a program that declares actors; 0 … 32, at first 8.</summary>
    public int MaxCreatedActors
    {
        get => maxCreatedActors;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxThreads / 2);
            maxCreatedActors = value;
        }
    }

    /// <summary>Declares a thread; it starts when <see cref="Program.Arrange"/> has returned.</summary>
    /// <param name="name">What traces call it.</param>
    /// <param name="body">What it does; deterministic but for what it reads through the seam, and repeatable.</param>
    public void Thread(string name, Action body)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        start(name, body);
    }

    /// <summary>Declares an actor; it waits for messages when <see cref="Program.Arrange"/> has returned.</summary>
    /// <param name="name">What traces call it.</param>
    /// <param name="actor">The actor, made in <see cref="Program.Arrange"/>.</param>
    public ActorAddress Actor(string name, Actor actor)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(actor);
        return enrol(name, actor);
    }
}
