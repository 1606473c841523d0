namespace Xvma.Model;

/// <summary>Nobody listens: what production and stress runs use.</summary>
public sealed class SilentLog : ICallLog
{
    /// <summary>The only one needed.</summary>
    public static SilentLog Instance { get; } = new();

    /// <inheritdoc/>
    public bool IsOn => false;

    /// <inheritdoc/>
    public void Begin(string text)
    {
    }

    /// <inheritdoc/>
    public void End(string text)
    {
    }
}
