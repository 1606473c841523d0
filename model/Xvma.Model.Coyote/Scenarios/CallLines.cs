namespace Xvma.Model.Coyote;

/// <summary>Shows calls as lines of text, each behind the name of the actor that makes it and indented by its depth.</summary>
/// <param name="show">Given each line; null shows nothing and costs nothing.</param>
internal sealed class CallLines(Action<string>? show) : ICallLog
{
    // A handler runs on one thread from its start to its end.
    [ThreadStatic]
    private static string? actor;

    [ThreadStatic]
    private static int depth;

    /// <summary>Whose behaviour the calling thread executes; null for nobody's.</summary>
    public static string? Actor => actor;

    /// <inheritdoc/>
    public bool IsOn => show is not null;

    /// <summary>The calling thread executes the behaviour of this actor from here on.</summary>
    public static void Enter(string name)
    {
        actor = name;
        depth = 0;
    }

    /// <summary>The calling thread has executed it.</summary>
    public static void Leave() => actor = null;

    /// <inheritdoc/>
    public void Begin(string text) => Show(depth++, text);

    /// <inheritdoc/>
    public void End(string text) => Show(--depth, "= " + text);

    private void Show(int indent, string text) => show?.Invoke($"{actor ?? "at rest"}: {new string(' ', 2 * Math.Max(0, indent))}{text}");
}
