using System.Diagnostics;
using Spectre.Console;

namespace Xvma.Cli;

/// <summary>Tells a person that something is still going on: live on a terminal, a plain line now and then elsewhere.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Does <paramref name="work"/>; says so when it takes longer than two seconds.</summary>
    public static T Watch<T>(Terminal terminal, string what, Func<IProgress<string>, T> work)
    {
        if (!terminal.IsInteractive) return work(new PlainLines(terminal.Error, what));
        return AnsiConsole.Status().Start(Markup.Escape(what), status =>
            work(new Live(text => status.Status = Markup.Escape($"{what}: {text}"))));
    }

    /// <summary>How much of something is done, as a bar of ten and in numbers.</summary>
    public static string Bar(int done, int all)
    {
        var full = all == 0 ? 10 : 10 * done / all;
        return $"{new string('█', full)}{new string('░', 10 - full)} {done} of {all}";
    }

    private sealed class Live(Action<string> show) : IProgress<string>
    {
        public void Report(string value) => show(value);
    }

    private sealed class PlainLines(TextWriter output, string what) : IProgress<string>
    {
        private readonly Stopwatch sinceLast = Stopwatch.StartNew();
        private readonly Lock turn = new();
        private TimeSpan wait = Patience;

        public void Report(string value)
        {
            lock (turn)
            {
                if (sinceLast.Elapsed < wait) return;
                output.WriteLine($"  … {what}: {value}");
                sinceLast.Restart();
                wait = 5 * Patience;
            }
        }
    }
}
