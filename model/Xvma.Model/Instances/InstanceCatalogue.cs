using Tenet;
using Tenet.Explore;
using Xvma.Spec.Formal;

namespace Xvma.Model.Instances;

/// <summary>The finite instances of the specification that are explored, with what is known of each.</summary>
public static class InstanceCatalogue
{
    private static readonly string[] Xpmem =
    [
        "make", "get", "attach segment", "release permit", "remove", "remove done", "borrow", "allocate for owner", "see no right", "recall",
        "give back borrowed", "detach segment", "remove for failure", "release for exit",
    ];

    private static readonly string[] Partitions = ["fail partition", "lose access", "perish", "return partition"];

    private static readonly string[] Membership =
    [
        "start", "fork", "change uid", "exit", "close", "die", "create", "join", "attach group", "detach group", "leave",
    ];

    private static XvmaVocabulary V => XvmaTheory.Vocabulary;

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Instance> All { get; } = [.. Sound(), .. Weakened()];

    /// <summary>The instance of this name, in any case.</summary>
    public static bool TryFind(string name, out Instance instance)
    {
        instance = All.FirstOrDefault(instance => instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase))!;
        return instance is not null;
    }

    private static IEnumerable<Instance> Sound()
    {
        yield return (new Shape { Tasks = 3, Groups = 2, Uids = 2 }.Named("membership").Only(Membership) with
        {
            Purpose = "three tasks, two groups, two uids: who may be a member of what",
            MayEnd = true,
        }).Expecting(states: null, depth: null);

        yield return (OnePage("one-page", new()) with { Purpose = "one task, its group, one page, from birth to death" }).Expecting(null, null);

        yield return (OnePage("two-frames", new() { Frames = 2 }) with
        {
            Purpose = "the same with two frames for the page, which are interchangeable",
            Interchangeable = [Sort.Of(typeof(Frame))],
        }).Expecting(null, null);

        yield return (OnePage("private-page", new() { LowPages = 1, HighPages = 0, Invalidations = [0] }) with
        {
            Purpose = "one task and a page of its own",
        }).Expecting(null, null);

        yield return (TwoMembers("two-tasks-one-page") with { Purpose = "two members fault on a page that one of them removes" }).Expecting(null, null);

        yield return (new Shape { Tasks = 2, LowPages = 1, HighPages = 0, Slots = 2, Frames = 1, Invalidations = [0, 1] }.Named("attachment")
            .Without([.. Partitions, .. Membership, "protect", "change rights", "preload", "pass over", "wrap", "drop context", "run out", "unload context", "configure"])
            .After("start", 0, 0).After("start", 1, 0).After("load context", 0, 0, 0) with
            {
                Purpose = "a segment, its permit and attachment; the owner removes it",
                MayEnd = true,
                ChecksResponses = false,
            }).Expecting(null, null);
    }

    private static IEnumerable<Instance> Weakened()
    {
        var theory = XvmaTheory.Theory;
        yield return TwoMembers("dropin-past-a-purge", theory.WithoutCondition("dropin", V.Overtaken)) with
        {
            Purpose = "the dropin does not look whether a purge has overtaken the fault",
        };
        yield return TwoMembers("change-without-waiting", theory.WithoutCondition("change mappings", V.Uses)) with
        {
            Purpose = "the mapping is removed while an instruction uses its translation",
        };
        yield return OnePage("wrap-without-flush", new() { Invalidations = [1] }, theory.WithoutChange("wrap", V.Tlb)) with
        {
            Purpose = "ASIDs are given out again, and the TLB still has entries of theirs",
        };
        yield return new Shape { Tasks = 2, Groups = 1, Uids = 2 }.Named("join-with-another-uid", theory.WithoutRefusal("join", nameof(Error.NotPermitted))).Only(Membership) with
        {
            Purpose = "joining does not look at the uid",
            MayEnd = true,
        };
    }

    private static Instance OnePage(string name, Shape shape, Theory? theory = null) =>
        (shape.LowPages == 0 ? shape with { Invalidations = [1] } : shape).Named(name, theory).Without([.. Xpmem, .. Partitions]) with
        {
            MayEnd = true,
            ChecksResponses = false,
        };

    // Born, joined and loaded already: what is explored is what they do with the page.
    private static Instance TwoMembers(string name, Theory? theory = null) =>
        new Shape { Tasks = 2, Places = 2, Slots = 2, Invalidations = [2] }.Named(name, theory)
            .Without([.. Xpmem, .. Partitions, .. Membership, "protect", "change rights", "preload", "pass over", "drop context", "run out", "configure", "wrap", "unload context"])
            .After("start", 0, 0).After("start", 1, 0).After("create", 0, 2).After("join", 1, 2).After("attach group", 0, 2).After("attach group", 1, 2)
            .After("load context", 0, 0, 0).After("load context", 1, 0, 1).After("configure", 0, 0).After("configure", 1, 0) with
        {
            MayEnd = true,
            ChecksResponses = false,
        };

    private static Instance Expecting(this Instance instance, long? states, int? depth, long? orbits = null) =>
        instance with { Expected = states is null ? null : new(Verdict.Holds, states, depth, orbits) };
}
