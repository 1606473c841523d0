using Tenet;
using Tenet.Explore;
using Xvma.Spec.Formal;
using Address = Xvma.Spec.Formal.Address;
using Range = Xvma.Spec.Formal.Range;
using Task = Xvma.Spec.Formal.Task;

namespace Xvma.Model.Instances;

/// <summary>
/// How large a finite instance of the specification is. The setting follows a convention: task t owns space t, the groups' spaces come after
/// them; a page has one address; pages below <see cref="LowPages"/> are private, the others shared; range 0 is everything, range r page r − 1.
/// </summary>
internal sealed record Shape
{
    /// <summary>Tasks, each with its own space.</summary>
    public int Tasks { get; init; } = 1;

    /// <summary>shared_xmms that can be created.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Uids; 0 is root's. Groups are created with the last one.</summary>
    public int Uids { get; init; } = 1;

    /// <summary>Pages in the private region.</summary>
    public int LowPages { get; init; }

    /// <summary>Pages in the shared region.</summary>
    public int HighPages { get; init; } = 1;

    /// <summary>Whether an unmap names a page, and not everything.</summary>
    public bool UnmapsPages { get; init; }

    /// <summary>Whether an invalidation that is a move takes the first page to the second.</summary>
    public bool IsMoving { get; init; }

    /// <summary>Frames.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>What memory can hold.</summary>
    public int Values { get; init; } = 1;

    /// <summary>GRU chips.</summary>
    public int Chiplets { get; init; } = 1;

    /// <summary>Places for contexts, dealt out to the chiplets in turn.</summary>
    public int Places { get; init; } = 1;

    /// <summary>ASIDs.</summary>
    public int Asids { get; init; } = 1;

    /// <summary>Instruction slots, dealt out to the tasks in turn.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>The space of each invalidation; ranges go round the pages when <see cref="UnmapsPages"/>.</summary>
    public IReadOnlyList<int> Invalidations { get; init; } = [0];

    /// <summary>Segments, of the last task; each has a permit for task 0.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>Whether permits, and the segments they are for, allow writing.</summary>
    public bool PermitsWrite { get; init; } = true;

    /// <summary>Partitions; the last frame is in the last one, tasks are in the first.</summary>
    public int Partitions { get; init; } = 1;

    /// <summary>The instance of this shape, of the specification or of a weakened one.</summary>
    public Instance Named(string name, Theory? theory = null)
    {
        var v = XvmaTheory.Vocabulary;
        return new Instance(name, theory ?? XvmaTheory.Theory)
            .With<Task>(Tasks).With<Xmm>(Tasks + Groups).With<Uid>(Uids).With<Address>(LowPages + HighPages).With<Page>(LowPages + HighPages).With<Size>(1)
            .With<Range>(UnmapsPages ? 1 + LowPages + HighPages : 1).With<Frame>(Frames).With<Value>(Values).With<Chiplet>(Chiplets).With<Place>(Places)
            .With<Asid>(Asids).With<Slot>(Slots).With<Invalidation>(Invalidations.Count).With<Segment>(Segments).With<Permit>(Segments).With<Partition>(Partitions)
            .With<Xmm>([.. Numbered("own space", Tasks), .. Numbered("group", Groups)])
            .Given(v.Own, t => t).Given(v.Shared, x => x >= Tasks).Given(v.GroupUid, _ => Uids - 1).Given(v.Root, 0)
            .Given(v.High, d => d >= LowPages).Given(v.HighPage, p => p >= LowPages).Given(v.Within, (d, p) => d == p).Given(v.Meets, (p, q) => p == q)
            .Given(v.Touches, (r, p) => r == 0 || r == p + 1).Given(v.Covers, (r, p) => r == 0 || r == p + 1).Given(v.Everything, 0)
            .Given(v.SizeOf, _ => 0).Given(v.FrameSize, _ => 0).Given(v.TaskOf, i => i % Tasks).Given(v.OneCopy, (_, _) => false).Given(v.ChipOf, k => k % Chiplets)
            .Given(v.SpaceOf, n => Invalidations[n]).Given(v.RangeOf, n => UnmapsPages ? 1 + (n % (LowPages + HighPages)) : 0)
            .Given(v.Onto, (n, p, q) => IsMoving && p == 0 && q == 1)
            .Given(v.SiteOf, f => f == Frames - 1 ? Partitions - 1 : 0).Given(v.HomeOf, _ => 0)
            .Given(v.OwnerOf, _ => Tasks - 1).Given(v.Exports, _ => 0).Given(v.SegmentWrite, _ => PermitsWrite)
            .Given(v.SegmentOf, k => k).Given(v.HolderOf, _ => 0).Given(v.PermitWrite, _ => PermitsWrite).Given(v.Zero, 0);
    }

    private static IEnumerable<string> Numbered(string name, int count) =>
        Enumerable.Range(1, count).Select(number => count == 1 ? name : $"{name} {number}");
}
