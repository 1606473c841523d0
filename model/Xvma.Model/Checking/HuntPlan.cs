using System.Diagnostics;
using Braid;

namespace Xvma.Model;

/// <summary>In what order to look for a bug that is expected to be there.</summary>
/// <param name="options">Budgets for all of it together; memory model, seed and the like.</param>
internal sealed class HuntPlan(ExplorerOptions options)
{
    /// <summary>Schedules of the first systematic look.</summary>
    private const long Look = 1_000;

    /// <summary>Schedules sampled after it, at most.</summary>
    private const long Samples = 60_000;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int phase;

    /// <summary>What the search under way, or the last one, goes by.</summary>
    public Strategy Strategy { get; private set; } = Strategy.Exhaustive;

    /// <summary>Schedules of the searches before it.</summary>
    public long Before { get; private set; }

    /// <summary>The next search, after what the one before came to; null when that has decided it or no budget is left.</summary>
    public ExplorerOptions? Next(ExplorationResult? last)
    {
        var done = Before + (last?.Schedules ?? 0);
        var left = (options.MaxSchedules ?? long.MaxValue) - done;
        var time = options.MaxTime - clock.Elapsed;
        if (last is not null && (last.Verdict != Verdict.Inconclusive || left <= 0 || time <= TimeSpan.Zero)) return null;
        if (phase == 3) return null;
        Before = done;
        Strategy = phase == 1 ? Strategy.Portfolio : Strategy.Exhaustive;
        var most = phase switch
        {
            0 => Look,
            1 => Samples,
            _ => long.MaxValue,
        };
        phase++;
        most = Math.Min(most, left);
        return options with
        {
            Strategy = Strategy,
            IsIterative = options.IsIterative && !Strategy.IsSampling,
            MaxSchedules = most == long.MaxValue ? null : most,
            MaxTime = phase == 2 ? time / 2 : time,
        };
    }
}
