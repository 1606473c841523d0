using System.Runtime.ExceptionServices;

namespace Xvma.Tests.Support;

/// <summary>A body on a thread of its own. What it throws, joining throws.</summary>
internal sealed class Running
{
    /// <summary>Only so that a deadlock is a failure of its test and not of the whole run; nothing is measured with it.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(2);

    private readonly Thread thread;
    private ExceptionDispatchInfo? thrown;

    public Running(Action body)
    {
        thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true };
        thread.Start();
    }

    /// <summary>Runs the bodies at the same time and returns when all have ended.</summary>
    public static void Together(params Action[] bodies)
    {
        using var start = new Barrier(bodies.Length);
        var all = bodies.Select(body => new Running(() =>
        {
            start.SignalAndWait();
            body();
        })).ToArray();
        foreach (var running in all) running.Join();
    }

    public void Join()
    {
        Assert.True(thread.Join(Hung), "a thread has not come back");
        thrown?.Throw();
    }
}
