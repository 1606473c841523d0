namespace Braid;

/// <summary>Draws schedules by number: the same number gives the same schedule, whoever runs it.</summary>
internal abstract class Sampler : Chooser
{
    /// <summary>Prepares for schedule number <paramref name="schedule"/>.</summary>
    public abstract void Start(long schedule);

    /// <summary>Draws as <paramref name="options"/> say.</summary>
    /// <param name="options">Strategy, seed and preemption bound.</param>
    /// <param name="pilot">What the first schedules were like; null where the strategy does not need it.</param>
    public static Sampler Of(ExplorerOptions options, Pilot? pilot) => Of(options.Strategy, options.Seed, options.PreemptionBound, pilot);

    private static Sampler Of(Strategy strategy, ulong seed, int? bound, Pilot? pilot)
    {
        if (strategy.Members.Count > 0) return new PortfolioSampler([.. strategy.Members.Select(member => Of(member, seed, bound, pilot))]);
        if (strategy == Strategy.RandomWalk) return new RandomWalk(seed, bound);
        if (strategy == Strategy.PartialOrder) return new PartialOrderWalk(seed, bound);
        if (strategy == Strategy.Uniform) return new UniformWalk(seed, bound, pilot!);
        if (strategy == Strategy.SelectivelyUniform) return new SelectiveWalk(seed, bound, pilot!);
        return new PriorityWalk(seed, bound, strategy.Depth, pilot!.Longest);
    }
}
