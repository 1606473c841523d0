using Xvma.Tests.Support;

namespace Xvma.Tests.Machines;

/// <summary>A machine does the same in every layout, also where the top bit does not tell the regions apart.</summary>
public sealed class LayoutTests
{
    private static readonly Dictionary<string, AddressLayout> Layouts = new()
    {
        ["default"] = AddressLayout.Default,
        ["SGI's"] = AddressLayout.Sgi,
        ["shared from 2^60"] = new(new(1UL << 47), new(1UL << 53), new(1UL << 60)),
        ["shared from 3 * 2^62"] = new(new(1UL << 47), new(1UL << 48), new(3UL << 62)),
        ["no hole"] = new(new(1UL << 47), new(1UL << 47), new(1UL << 63)),
    };

    public static TheoryData<string> All => new(Layouts.Keys);

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Clause", "ADR-2")]
    [Trait("Clause", "CTX-7")]
    public void Both_ends_of_both_regions_are_usable_and_a_leave_takes_all_of_the_shared_one(string name)
    {
        var layout = Layouts[name];
        var machine = Machine.Create(new() { Layout = layout });
        using var task = machine.StartTask(uid: 7);
        using var other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());

        var ends = new[] { layout.PrivateRegion, layout.SharedRegion }
            .SelectMany(region => new[] { new AddressRange(region.Start, 65536), new AddressRange(region.Last - 65535, 65536) }).ToArray();
        foreach (var end in ends)
        {
            var window = layout.Classify(end.Start) == AddressKind.Shared
                ? task.MapShared(65536, PageSize.Of64K, at: end.Start)
                : task.MapPrivate(65536, PageSize.Of64K, at: end.Start);
            task.Gru.Store(window.Range.Last - 7, window.Start.Value);
        }

        Assert.All(ends, end => Assert.Equal(end.Start.Value, task.Gru.Load<ulong>(end.Last - 7)));
        Assert.All(ends[2..], end => Assert.Equal(end.Start.Value, other.Gru.Load<ulong>(end.Last - 7)));
        Assert.All(ends[..2], end => Assert.Equal(FaultCause.NotMapped, other.Gru.TryLoad(end.Last - 7, 8, out _)));

        task.Leave();

        Assert.All(ends[..2], end => Assert.Equal(end.Start.Value, task.Gru.Load<ulong>(end.Last - 7)));
        Assert.All(ends[2..], end => Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(end.Last - 7, 8, out _)));
        task.Exit();
        other.Exit();
        Holds.Nothing(machine);
    }
}
