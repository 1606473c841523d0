using Tenet;
using static Tenet.Logic;

namespace Xvma.Proofs.Tests.Toys;

/// <summary>A processor with a TLB of its own.</summary>
internal readonly record struct Core : IElement;

/// <summary>A page of one address space.</summary>
internal readonly record struct Page : IElement;

/// <summary>A frame of memory.</summary>
internal readonly record struct Frame : IElement;

/// <summary>Where an unmap of a page is.</summary>
internal enum Unmap
{
    None,
    Purging,
    Purged,
}

/// <summary>The state of a TLB shootdown.</summary>
internal sealed class ShootdownVocabulary : Vocabulary
{
    public Relation<Page, Frame> Mapped { get; } = new();

    public Relation<Core, Page, Frame> Tlb { get; } = new();

    public Relation<Frame> Free { get; } = new();

    public Function<Page, Unmap> Stage { get; } = new();

    public Relation<Page, Core> Acknowledged { get; } = new();

    public Shorthand<Page> IsBusy { get; }

    public ShootdownVocabulary() => IsBusy = new(p => Stage[p] != Unmap.None);
}

/// <summary>A frame is free again only when no TLB holds it.</summary>
internal sealed class ShootdownRules(ShootdownVocabulary v) : Rules
{
    public Draft AllFree { get; } = Initially((Frame f) => Set(v.Free[f], true));

    [Clause("SHT-1")]
    public Draft Map { get; } = Action((Page p, Frame f) =>
        Refuse(ShootdownError.Busy, v.IsBusy[p]).Refuse(ShootdownError.Taken, Any((Frame g) => v.Mapped[p, g])).When(v.Free[f])
            .Set(v.Mapped[p, f], true).Set(v.Free[f], false));

    [Clause("SHT-2")]
    public Draft Fill { get; } = Action((Core c, Page p, Frame f) => When(v.Mapped[p, f] && !v.IsBusy[p]).Set(v.Tlb[c, p, f], true));

    [Clause("SHT-3")]
    public Draft Begin { get; } = Action((Page p) =>
        When(!v.IsBusy[p]).Set(v.Stage[p], Unmap.Purging).ForEach((Core c) => Set(v.Acknowledged[p, c], false)));

    [Clause("SHT-4"), Fair]
    public Draft Purge { get; } = Action((Page p, Core c) =>
        When(v.Stage[p] == Unmap.Purging).Set(v.Acknowledged[p, c], true).ForEach((Frame f) => Set(v.Tlb[c, p, f], false)));

    [Clause("SHT-5"), Fair]
    public Draft Collect { get; } = Action((Page p) =>
        When(v.Stage[p] == Unmap.Purging && All((Core c) => v.Acknowledged[p, c])).Set(v.Stage[p], Unmap.Purged));

    [Clause("SHT-6"), Fair]
    public Draft Finish { get; } = Action((Page p) =>
        When(v.Stage[p] == Unmap.Purged)
            .Set(v.Stage[p], Unmap.None)
            .ForEach((Frame f) => Set(v.Free[f], v.Free[f] || v.Mapped[p, f]))
            .ForEach((Frame f) => Set(v.Mapped[p, f], false)));

    [Clause("SHT-7")]
    public Draft NoStaleEntry { get; } = Always((Core c, Page p, Frame f) => v.Tlb[c, p, f].Implies(!v.Free[f]));

    [Clause("SHT-8"), Supporting]
    public Draft EntriesAreMapped { get; } = Always((Core c, Page p, Frame f) => v.Tlb[c, p, f].Implies(v.Mapped[p, f]));

    [Clause("SHT-8"), Supporting]
    public Draft MappedIsTaken { get; } = Always((Page p, Frame f) => v.Mapped[p, f].Implies(!v.Free[f]));

    [Clause("SHT-9"), Supporting]
    public Draft OnePageAFrame { get; } = Always((Page p, Page q, Frame f) => (v.Mapped[p, f] && v.Mapped[q, f]).Implies(p == q));

    [Clause("SHT-4"), Supporting]
    public Draft AcknowledgedIsEmpty { get; } = Always((Page p, Core c, Frame f) =>
        (v.IsBusy[p] && v.Acknowledged[p, c]).Implies(!v.Tlb[c, p, f]));

    [Clause("SHT-5"), Supporting]
    public Draft PurgedIsAcknowledged { get; } = Always((Page p, Core c) => (v.Stage[p] == Unmap.Purged).Implies(v.Acknowledged[p, c]));

    [Clause("SHT-10")]
    public Draft FreedOnlyWhenPurged { get; } = EveryStep((Page p, Frame f) =>
        (v.Mapped[p, f] && Next(!v.Mapped[p, f])).Implies(v.Stage[p] == Unmap.Purged));
}

/// <summary>Why a mapping is not made.</summary>
internal enum ShootdownError
{
    Busy,
    Taken,
}

/// <summary>The shootdown as it should be.</summary>
internal static class Shootdown
{
    public static Theory Theory { get; } = Build();

    private static Theory Build()
    {
        var vocabulary = new ShootdownVocabulary();
        return Theory.Build("shootdown", vocabulary, new ShootdownRules(vocabulary));
    }
}
