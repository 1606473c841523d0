namespace Braid;

/// <summary>Where <see cref="Program.Arrange"/> puts what is to be run.</summary>
public sealed class Stage
{
    /// <summary>Largest number of threads and actors of one program.</summary>
    public const int MaxThreads = 64;

    private readonly List<string> names = [];
    private readonly List<Action> bodies = [];

    internal Stage()
    {
    }

    internal IReadOnlyList<string> Names => names;

    internal IReadOnlyList<Action> Bodies => bodies;

    /// <summary>Declares a thread; it starts when <see cref="Program.Arrange"/> has returned.</summary>
    /// <param name="name">What traces call it.</param>
    /// <param name="body">What it does; deterministic but for what it reads through the seam, and repeatable.</param>
    public void Thread(string name, Action body)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        if (bodies.Count == MaxThreads) throw new InvalidOperationException($"A program has at most {MaxThreads} threads.");
        names.Add(name);
        bodies.Add(body);
    }
}
