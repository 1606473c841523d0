using Tenet;
using Tenet.Explore;
using Xvma.Spec.Formal;

namespace Xvma.Model.Instances;

/// <summary>The finite instances of the specification that are explored, with what is known of each.</summary>
public static class InstanceCatalogue
{
    private static readonly string[] Xpmem =
    [
        "make", "get", "attach segment", "release permit", "remove", "remove done", "borrow", "allocate for owner", "allocate for owner too late",
        "see no right", "recall", "give back borrowed", "detach segment", "remove for failure", "release for exit",
    ];

    private static readonly string[] Partitions = ["fail partition", "lose access", "perish", "return partition"];

    private static readonly string[] Fabric = ["disturb", "lose request", "reissue", "give up"];

    private static readonly string[] Memory = ["populate", "advise free", "drop contents", "move", "move mappings"];

    private static readonly string[] Membership =
    [
        "start", "fork", "change uid", "exit", "close", "die", "create", "join", "attach group", "detach group", "leave",
    ];

    private static XvmaVocabulary V => XvmaTheory.Vocabulary;

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Instance> All { get; } = [.. Sound().Concat(Weakened()).Select(WithExpectation)];

    /// <summary>The instance of this name, in any case.</summary>
    public static bool TryFind(string name, out Instance instance)
    {
        instance = All.FirstOrDefault(instance => instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase))!;
        return instance is not null;
    }

    private static Instance WithExpectation(Instance instance)
    {
        using var stream = typeof(InstanceCatalogue).Assembly.GetManifestResourceStream("instances/expected.txt")!;
        using var reader = new StreamReader(stream);
        return instance with { Expected = ExpectationFile.Read(reader.ReadToEnd()).GetValueOrDefault(instance.Name) };
    }

    private static IEnumerable<Instance> Sound()
    {
        yield return new Shape { Tasks = 3, Groups = 2, Uids = 2 }.Named("membership").Only(Membership) with
        {
            Purpose = "three tasks, two groups, two uids: who may be a member of what",
            MayEnd = true,
            ChecksResponses = false,
        };
        yield return OnePage("one-page", new()) with { Purpose = "one task, its group, one page, from birth to death" };
        yield return OnePage("private-page", new() { LowPages = 1, HighPages = 0, Invalidations = [0] }) with { Purpose = "one task and a page of its own" };
        yield return TwoMembers("two-tasks-one-page", new()) with { Purpose = "two members fault on a page that one of them removes" };
        yield return TwoMembers("two-frames", new() { Frames = 2 }) with
        {
            Purpose = "the same with two frames for the page, which are interchangeable",
            Interchangeable = [Sort.Of(typeof(Frame))],
        };
        yield return OnePage("written-memory", new() { Frames = 2, Values = 2 }) with
        {
            Purpose = "one page, two interchangeable frames, and what is written to them",
            Interchangeable = [Sort.Of(typeof(Frame))],
            IsLarge = true,
        };
        yield return OnePage("progress", new() { Asids = 2 }).After("start", 0, 0).After("create", 0, 1).After("attach group", 0, 1).After("map", 0, 1, 0, 1, 1)
            .Without(
                "map", "fork", "join", "start", "create", "leave", "exit", "protect", "change rights", "change uid", "drop context", "detach group", "try again", "withdraw all the same",
                "pass over") with
        {
            Purpose = "instructions, faults and invalidations end, when nobody takes the context or the space away again and again",
            ChecksResponses = true,
        };
        yield return new Shape { Tasks = 2, LowPages = 1, HighPages = 0, Invalidations = [0, 1] }.Named("attachment")
            .Without([.. Partitions, .. Fabric, .. Membership, .. Memory, "protect", "change rights", "preload", "pass over", "wrap", "drop context", "run out", "unload context"])
            .After("start", 0, 0).After("start", 1, 0).After("make", 1, 0).After("get", 0, 0) with
        {
            Purpose = "a page is shown to another task, which faults on it; its owner removes the segment, or the page",
            MayEnd = true,
            ChecksResponses = false,
        };
        yield return new Shape { LowPages = 1, Values = 2, Frames = 2, Asids = 2, Invalidations = [0, 1] }.Named("both-kinds")
            .Without([.. Xpmem, .. Partitions, .. Fabric, .. Membership, .. Memory, "map", "unmap", "protect", "change rights", "pass over", "drop context", "run out"])
            .After("start", 0, 0).After("create", 0, 1).After("attach group", 0, 1).After("map", 0, 0, 0, 1, 1).After("map", 0, 1, 1, 1, 1) with
        {
            Purpose = "a private and a shared page of one task, and what is written to them",
            MayEnd = true,
            ChecksResponses = false,
        };
        yield return Also(TwoMembers("dropped-contents", new() { Frames = 2 }), "advise free", "drop contents").Without("unmap", "change mappings") with
        {
            Purpose = "two members fault on a page whose contents one of them drops",
            Interchangeable = [Sort.Of(typeof(Frame))],
        };
        yield return new Shape { LowPages = 2, HighPages = 0, Invalidations = [0], IsMoving = true }.Named("moved-page")
            .Without([.. Xpmem, .. Partitions, .. Fabric, .. Membership, "protect", "change rights", "preload", "pass over", "drop context", "run out", "wrap", "unload context"])
            .After("start", 0, 0).After("map", 0, 0, 0, 1, 1) with
        {
            Purpose = "a page is moved to another address, or unmapped, populated and dropped, while its task faults on both",
            MayEnd = true,
            ChecksResponses = false,
        };
        var failing = OnePage("failing-partition", new() { Partitions = 2 });
        yield return failing with
        {
            Actions = failing.Actions!.Union(Partitions),
            Purpose = "a task and the memory of a page are in two partitions, which fail",
        };
        yield return LostRequests("lost-requests") with
        {
            Purpose = "requests to the memory of another partition are lost, again and again, and every instruction ends all the same",
        };
    }

    private static IEnumerable<Instance> Weakened()
    {
        var theory = XvmaTheory.Theory;
        yield return TwoMembers("dropin-past-a-purge", new(), theory.WithoutCondition("dropin", V.Overtaken)) with
        {
            Purpose = "weakened: the dropin does not look whether a purge has overtaken the fault",
        };
        yield return TwoMembers("change-without-waiting", new(), theory.WithoutCondition("change mappings", V.Uses)) with
        {
            Purpose = "weakened: the mapping is removed while an instruction uses its translation",
        };
        yield return Also(TwoMembers("drop-without-waiting", new() { Frames = 2 }, theory.WithoutCondition("drop contents", V.Uses)), "advise free", "drop contents") with
        {
            Purpose = "weakened: contents are dropped while an instruction uses their translation",
        };
        yield return OnePage("wrap-without-flush", new(), theory.WithoutChange("wrap", V.Tlb)) with
        {
            Purpose = "weakened: ASIDs are given out again, and the TLB still has entries of theirs",
        };
        yield return LostRequests("retry-without-limit", theory.WithoutCondition("reissue", V.Tries)) with
        {
            Purpose = "weakened: an instruction is tried again for as long as its requests are lost",
        };
        yield return new Shape { Tasks = 2, Groups = 1, Uids = 2 }.Named("join-with-another-uid", theory.WithoutRefusal("join", nameof(Error.NotPermitted))).Only(Membership) with
        {
            Purpose = "weakened: joining does not look at the uid",
            MayEnd = true,
            ChecksResponses = false,
        };
    }

    private static Instance Also(Instance instance, params string[] actions) => instance with { Actions = instance.Actions!.Union(actions) };

    private static Instance OnePage(string name, Shape shape, Theory? theory = null) =>
        (shape.LowPages == 0 ? shape with { Invalidations = [1] } : shape).Named(name, theory).Without([.. Xpmem, .. Partitions, .. Fabric, .. Memory]) with
        {
            MayEnd = true,
            ChecksResponses = false,
        };

    // Born and mapped already. The context stays and the page may go: what comes again and again is the loss of requests.
    private static Instance LostRequests(string name, Theory? theory = null)
    {
        var losing = OnePage(name, new() { LowPages = 1, HighPages = 0, Invalidations = [0], Partitions = 2 }, theory).After("start", 0, 0).After("map", 0, 0, 0, 1, 1)
            .Without([.. Membership, "map", "protect", "change rights", "drop context", "try again", "withdraw all the same", "pass over", "wrap", "preload"]);
        return losing with { Actions = losing.Actions!.Union(Fabric), ChecksResponses = true };
    }

    // Born, joined, and the page mapped already: what is explored is how they reach it, and how it goes.
    private static Instance TwoMembers(string name, Shape shape, Theory? theory = null) =>
        (shape with { Tasks = 2, Places = 2, Slots = 2, Invalidations = [2] }).Named(name, theory)
            .Without([.. Xpmem, .. Partitions, .. Fabric, .. Membership, .. Memory, "map", "protect", "change rights", "preload", "pass over", "drop context", "run out", "wrap", "unload context"])
            .After("start", 0, 0).After("start", 1, 0).After("create", 0, 2).After("join", 1, 2).After("attach group", 0, 2).After("attach group", 1, 2)
            .After("map", 0, 2, 0, 1, 1) with
        {
            MayEnd = true,
            ChecksResponses = false,
        };
}
