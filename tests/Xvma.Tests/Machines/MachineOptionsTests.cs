namespace Xvma.Tests.Machines;

public sealed class MachineOptionsTests
{
    public static TheoryData<string> Refused => new(BadOptions.Keys);

    private static Dictionary<string, MachineOptions> BadOptions { get; } = new()
    {
        ["no chiplet"] = new() { Chiplets = 0 },
        ["too many chiplets"] = new() { Chiplets = 65 },
        ["no context"] = new() { ContextsPerChiplet = 0 },
        ["seventeen contexts"] = new() { ContextsPerChiplet = 17 },
        ["no slot"] = new() { SlotsPerContext = 0 },
        ["too many slots"] = new() { SlotsPerContext = 65 },
        ["no set"] = new() { TlbSets = 0 },
        ["a number of sets that is no power of two"] = new() { TlbSets = 3 },
        ["too many sets"] = new() { TlbSets = 131_072 },
        ["one way"] = new() { TlbWays = 1 },
        ["too many ways"] = new() { TlbWays = 17 },
        ["a turn before the first miss"] = new() { MissesBeforeTurn = 0 },
        ["hardly ever a turn"] = new() { MissesBeforeTurn = 1_001 },
        ["too few ASIDs"] = new() { ContextsPerChiplet = 2, AsidLimit = 32 },
        ["an ASID limit off 8"] = new() { AsidLimit = 1001 },
        ["too many ASIDs"] = new() { AsidLimit = 1L << 24 },
        ["a negative number"] = new() { Chiplets = -1 },
        ["no mapping"] = new() { MappingsPerSpace = 0 },
        ["less than a page to map"] = new() { BytesPerSpace = 4095 },
        ["mega-page memory off the page size"] = new() { MegaPageBytes = 4097 },
        ["more mega-page memory than can be"] = new() { MegaPageBytes = 1UL << 63 },
        ["an unknown variant"] = new() { Interrupts = (InterruptVariant)2 },
        ["an unknown delivery"] = new() { Delivery = (InterruptDelivery)(-1) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    [Trait("Clause", "CTX-1")]
    public void An_option_out_of_its_range_is_refused_by_name(string what)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Machine.Create(BadOptions[what]));
        Assert.Contains(refused.ParamName, typeof(MachineOptions).GetProperties().Select(property => property.Name));
    }

    [Fact]
    public void A_layout_and_a_page_size_table_are_needed()
    {
        Assert.Throws<ArgumentNullException>(() => Machine.Create(new() { Layout = null! }));
        Assert.Throws<ArgumentNullException>(() => Machine.Create(new() { PageSizes = null! }));
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 2, 24)]
    [InlineData(64, 16, 64, 65_536, 16, 0xFF_FFF8)]
    public void A_machine_of_the_least_and_one_of_the_most_of_everything_work(
        int chiplets, int contexts, int slots, int sets, int ways, long asids)
    {
        var machine = Machine.Create(new()
        {
            Chiplets = chiplets, ContextsPerChiplet = contexts, SlotsPerContext = slots, TlbSets = sets, TlbWays = ways, AsidLimit = asids,
        });
        using var task = machine.StartTask(uid: 7);
        var one = task.MapPrivate(4096, PageSize.Of4K);
        var two = task.MapPrivate(65536, PageSize.Of64K);
        task.Gru.Store(one.Start, 5UL);
        task.Gru.Copy(one.Start, two.Start, 4096);
        Assert.Equal(5UL, task.Gru.Load<ulong>(two.Start));
        for (var slot = 1; slot < slots; slot++) task.OpenGru();
        Assert.Equal(XvmaError.NoSlot, task.TryOpenGru().Error);
    }

    [Fact]
    [Trait("Clause", "FLT-11")]
    public void A_chiplet_the_machine_does_not_have_is_refused()
    {
        var machine = Machine.Create(new() { Chiplets = 2 });
        foreach (var chiplet in new[] { -1, 2, int.MaxValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => machine.ServeInterrupts(chiplet));
            Assert.Throws<ArgumentOutOfRangeException>(() => machine.AwaitInterrupt(chiplet));
            Assert.Throws<ArgumentOutOfRangeException>(() => machine.RaiseInterrupt(chiplet));
        }

        Assert.Equal(0, machine.ServeInterrupts(1));
    }
}
