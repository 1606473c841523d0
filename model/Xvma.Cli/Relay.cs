namespace Xvma.Cli;

/// <summary>Passes on what several workers tell to whoever shows it at the moment; nobody, at times.</summary>
internal sealed class Relay : IProgress<string>
{
    private volatile IProgress<string>? target;

    /// <inheritdoc/>
    public void Report(string value) => target?.Report(value);

    /// <summary>Shows it by <paramref name="told"/> while <paramref name="work"/> lasts.</summary>
    public T To<T>(IProgress<string> told, Func<T> work)
    {
        target = told;
        try
        {
            return work();
        }
        finally
        {
            target = null;
        }
    }
}
