namespace Braid;

/// <summary>Samplers in turn: the number of the schedule says whose it is.</summary>
internal sealed class PortfolioSampler(Sampler[] members) : Sampler
{
    private Sampler current = members[0];

    public override void Start(long schedule)
    {
        current = members[(int)(schedule % members.Length)];
        current.Start(schedule);
    }

    public override int Next(Execution run, ulong enabled) => current.Next(run, enabled);

    public override int Choose(Execution run, int count) => current.Choose(run, count);

    public override void Yielded(int thread) => current.Yielded(thread);
}
