using static Tenet.Logic;

namespace Tenet.Explore.Tests;

public readonly record struct Cpu : IElement;

public readonly record struct Page : IElement;

public readonly record struct Frame : IElement;

public enum Bracket
{
    Idle,
    Purging,
    Ending,
}

/// <summary>Pages, frames, TLBs, and an unmap that purges each of them before the frame is given back; functions into sorts, rigid symbols, ForEach.</summary>
public sealed class Shootdown : Vocabulary
{
    public Function<Page, Frame> Home { get; } = new(Over.Rigid);

    public Constant<Cpu> Boot { get; } = new();

    public Relation<Page> Mapped { get; } = new();

    public Relation<Frame> Live { get; } = new();

    public Relation<Cpu, Page> Cached { get; } = new();

    public Function<Page, Bracket> Unmap { get; } = new();

    public Relation<Page, Cpu> Purged { get; } = new();

    /// <summary>Who touched a page last.</summary>
    public Function<Page, Cpu> Last { get; } = new();

    public static Theory Right { get; } = Make(s => new ShootdownRules(s));

    public static Theory Forgetful { get; } = Make(s => new ForgetfulRules(s));

    public static Instance Of(Theory theory, int cpus, int pages)
    {
        var words = (Function<Page, Frame>)theory.Symbols.Single(symbol => symbol.Name == "home");
        var boot = (Constant<Cpu>)theory.Symbols.Single(symbol => symbol.Name == "boot");
        return new Instance("shootdown", theory).With<Cpu>(cpus).With<Page>(pages).With<Frame>(pages).Given(words, page => page).Given(boot, 0);
    }

    private static Theory Make(Func<Shootdown, Rules> rules)
    {
        var words = new Shootdown();
        return Theory.Build("shootdown", words, new MemoryRules(words), rules(words));
    }
}

internal sealed class MemoryRules(Shootdown s) : Rules
{
    public Draft AtFirst { get; } = Initially((Page p) => Set(s.Last[p], s.Boot.Value));

    [Clause("TLB-1")]
    public Draft HomesDiffer { get; } = Axiom((Page p, Page q) => (s.Home[p] == s.Home[q]).Implies(p == q));

    [Clause("TLB-1")]
    public Draft Map { get; } = Action((Page p) => When(!s.Mapped[p] && s.Unmap[p] == Bracket.Idle).Set(s.Mapped[p], true).Set(s.Live[s.Home[p]], true));

    [Clause("TLB-2")]
    public Draft Fill { get; } = Action((Cpu c, Page p) =>
        When(s.Mapped[p] && s.Unmap[p] == Bracket.Idle).Set(s.Cached[c, p], true).Set(s.Last[p], c));

    [Clause("TLB-3")]
    public Draft Evict { get; } = Action((Page p) => When(s.Cached[s.Last[p], p]).Set(s.Cached[s.Last[p], p], false));

    [Clause("TLB-4")]
    public Draft Begin { get; } = Action((Page p) => When(s.Mapped[p] && s.Unmap[p] == Bracket.Idle).Set(s.Unmap[p], Bracket.Purging));

    [Clause("TLB-7")]
    public Draft NoStaleEntry { get; } = Always((Cpu c, Page p) => s.Cached[c, p].Implies(s.Live[s.Home[p]]));

    [Clause("TLB-7")]
    public Draft MappedIsLive { get; } = Always((Page p) => s.Mapped[p].Implies(s.Live[s.Home[p]]));

    [Clause("TLB-5")]
    public Draft PurgesAreForgottenAtTheEnd { get; } = EveryStep((Page p) =>
        (s.Unmap[p] == Bracket.Ending && Next(s.Unmap[p]) == Bracket.Idle).Implies(All((Cpu c) => !Next(s.Purged[p, c]))));

    [Clause("TLB-2")]
    public Draft AllCached { get; } = Sometimes((Page p) => All((Cpu c) => s.Cached[c, p]));
}

internal sealed class ShootdownRules(Shootdown s) : Rules
{
    [Clause("TLB-5")]
    public Draft Purge { get; } = Action((Page p, Cpu c) =>
        When(s.Unmap[p] == Bracket.Purging && !s.Purged[p, c]).Set(s.Cached[c, p], false).Set(s.Purged[p, c], true));

    [Clause("TLB-6")]
    public Draft Change { get; } = Action((Page p) =>
        When(s.Unmap[p] == Bracket.Purging && All((Cpu c) => s.Purged[p, c]))
        .Set(s.Mapped[p], false)
        .Set(s.Live[s.Home[p]], false)
        .Set(s.Unmap[p], Bracket.Ending));

    [Clause("TLB-6")]
    public Draft End { get; } = Action((Page p) =>
        When(s.Unmap[p] == Bracket.Ending).Set(s.Unmap[p], Bracket.Idle).ForEach((Cpu c) => Set(s.Purged[p, c], false)));
}

/// <summary>Gives the frame back after the first purge, and keeps what is noted of purges.</summary>
internal sealed class ForgetfulRules(Shootdown s) : Rules
{
    [Clause("TLB-5")]
    public Draft Purge { get; } = Action((Page p, Cpu c) =>
        When(s.Unmap[p] == Bracket.Purging && !s.Purged[p, c]).Set(s.Cached[c, p], false).Set(s.Purged[p, c], true));

    [Clause("TLB-6")]
    public Draft Change { get; } = Action((Page p) =>
        When(s.Unmap[p] == Bracket.Purging && Any((Cpu c) => s.Purged[p, c]))
        .Set(s.Mapped[p], false)
        .Set(s.Live[s.Home[p]], false)
        .Set(s.Unmap[p], Bracket.Ending));

    [Clause("TLB-6")]
    public Draft End { get; } = Action((Page p) => When(s.Unmap[p] == Bracket.Ending).Set(s.Unmap[p], Bracket.Idle));
}
