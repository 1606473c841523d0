using Xvma.Tests.Support;

namespace Xvma.Tests.Spaces;

public sealed class InvalidationTests
{
    private readonly Machine machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1 });

    [Fact]
    [Trait("Clause", "IVL-10")]
    [Trait("Clause", "INV-10")]
    [Trait("Clause", "INV-4")]
    public void A_narrowed_right_is_gone_when_protect_returns()
    {
        using var task = machine.StartTask(uid: 7);
        var window = task.MapPrivate(65536, PageSize.Of64K);
        task.Gru.Store(window.Start, 1UL);
        task.Protect(window.Range, Rights.Read);
        Assert.Equal(FaultCause.NotPermitted, task.Gru.TryStore(window.Start, 8, 2));
        Assert.Equal(1UL, task.Gru.Load<ulong>(window.Start));
        task.Protect(window.Range, Rights.None);
        Assert.Equal(FaultCause.NotPermitted, task.Gru.TryLoad(window.Start, 8, out _));
        task.Protect(window.Range, Rights.ReadWrite);
        Assert.Equal(1UL, task.Gru.Load<ulong>(window.Start));
        task.Gru.Store(window.Start, 2UL);
    }

    [Fact]
    [Trait("Clause", "IVL-9")]
    public void A_refused_unmap_leaves_range_active_at_zero()
    {
        using var task = machine.StartTask(uid: 7);
        var window = task.MapPrivate(2 * 65536, PageSize.Of64K);
        task.Gru.Store(window.Start, 1UL);
        Assert.False(task.TryUnmap(new(window.Start, 4096)).IsOk);
        Assert.False(task.TryUnmap(new(window.Range.Last + 1, 4096)).IsOk);
        Assert.False(task.TryProtect(new(window.Start, 4096), Rights.Read).IsOk);
        Assert.Equal(0, machine.Snapshot().Tasks[0].Private.RangeActive);
        task.Unmap(window.Range);
        Assert.Equal(0, machine.Snapshot().Tasks[0].Private.RangeActive);
    }

    [Fact]
    [Trait("Clause", "IVL-7")]
    public void A_space_without_loaded_contexts_loses_its_asid()
    {
        using var task = machine.StartTask(uid: 7);
        using var thief = machine.StartTask(uid: 7);
        var window = task.MapPrivate(2 * 4096, PageSize.Of4K);
        thief.MapPrivate(4096, PageSize.Of4K);

        var first = AsidWhenLoaded(task);
        AsidWhenLoaded(thief);
        Assert.Equal(first, AsidWhenLoaded(task));

        AsidWhenLoaded(thief);
        task.Unmap(new(window.Start + 4096, 4096));
        Assert.NotEqual(first, AsidWhenLoaded(task));
    }

    [Fact]
    [Trait("Clause", "IVL-2")]
    [Trait("Clause", "PGS-5")]
    public void An_unmap_takes_the_entries_of_its_range_and_no_others()
    {
        using var task = machine.StartTask(uid: 7);
        var sizes = new[] { PageSize.Of4K, PageSize.Of64K, PageSize.Of2M };
        var windows = sizes.Select(size => task.MapPrivate(4 * size.Bytes, size)).ToArray();
        foreach (var window in windows)
        {
            for (var page = 0UL; page < 4; page++) task.Gru.Store(window.Start + (page * window.PageSize.Bytes), 1UL);
        }

        Assert.Equal(12, machine.Snapshot().Chiplets[0].Translations.Length);
        foreach (var window in windows)
        {
            var gone = new AddressRange(window.Start + window.PageSize.Bytes, window.PageSize.Bytes);
            task.Unmap(gone);
            Assert.DoesNotContain(machine.Snapshot().Chiplets[0].Translations, translation => translation.Page.Overlaps(gone));
        }

        Assert.Equal(9, machine.Snapshot().Chiplets[0].Translations.Length);
    }

    [Fact]
    [Trait("Clause", "IVL-2")]
    [Trait("Clause", "INV-4")]
    public void An_unmap_by_one_member_takes_the_entries_of_every_chiplet()
    {
        var wide = Machine.Create(new() { Chiplets = 8 });
        var tasks = Enumerable.Range(0, 16).Select(_ => wide.StartTask(uid: 7)).ToArray();
        var group = tasks[0].CreateSharedXmm();
        foreach (var task in tasks[1..]) task.Join(group);
        var window = tasks[3].MapShared(65536, PageSize.Of64K);
        foreach (var task in tasks) task.Gru.Store(window.Start, (ulong)task.Id);
        Assert.All(wide.Snapshot().Chiplets, chiplet => Assert.Equal(2, chiplet.Translations.Length));
        tasks[9].Unmap(window.Range);
        Assert.All(wide.Snapshot().Chiplets, chiplet => Assert.Empty(chiplet.Translations));
        Assert.All(tasks, task => Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(window.Start, 8, out _)));
        foreach (var task in tasks) task.Exit();
        Holds.Nothing(wide);
    }

    private long AsidWhenLoaded(XvmaTask task)
    {
        task.Gru.Load<ulong>(AddressLayout.Default.PrivateBase);
        var context = Assert.Single(machine.Snapshot().Chiplets[0].Contexts);
        Assert.Equal(task.Id, context.Task);
        return context.PrivateAsid;
    }
}
