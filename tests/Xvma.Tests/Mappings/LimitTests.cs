using Xvma.Tests.Support;

namespace Xvma.Tests.Mappings;

public sealed class LimitTests
{
    private static readonly PageSize K64 = PageSize.Of64K;

    [Fact]
    [Trait("Clause", "MAP-14")]
    public void A_space_has_as_many_mappings_as_allowed_and_takes_more_when_some_are_gone()
    {
        var machine = Machine.Create(new() { MappingsPerSpace = 3 });
        using (var task = machine.StartTask(uid: 7))
        {
            task.CreateSharedXmm();
            var windows = Enumerable.Range(0, 3).Select(_ => task.MapPrivate(3 * K64.Bytes, K64)).ToArray();
            Assert.Equal(XvmaError.TooManyMappings, task.TryMapPrivate(K64.Bytes, K64).Error);
            Assert.True(task.TryMapShared(K64.Bytes, K64).IsOk, "the group's space is another one");

            // What does not make more of them is never refused for them.
            task.Unmap(new(windows[0].Start, K64.Bytes));
            task.Protect(windows[1].Range, Rights.Read);
            task.MapPrivate(3 * K64.Bytes, K64, at: Placement.Over(windows[2].Start));
            Assert.Equal(XvmaError.TooManyMappings, task.TryUnmap(new(windows[1].Start + K64.Bytes, K64.Bytes)).Error);
            task.Unmap(windows[0].Range);
            task.Unmap(new(windows[1].Start + K64.Bytes, K64.Bytes));
        }

        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MAP-14")]
    public void A_space_has_as_many_bytes_as_allowed_and_takes_more_when_some_are_gone()
    {
        var machine = Machine.Create(new() { BytesPerSpace = 4 * K64.Bytes });
        using (var task = machine.StartTask(uid: 7))
        {
            task.CreateSharedXmm();
            var window = task.MapPrivate(3 * K64.Bytes, K64);
            Assert.Equal(XvmaError.OverLimit, task.TryMapPrivate(2 * K64.Bytes, K64).Error);
            Assert.Equal(XvmaError.OverLimit, task.TryMapPrivate(5 * K64.Bytes, K64, at: Placement.Over(window.Start)).Error);
            Assert.True(task.TryMapShared(4 * K64.Bytes, K64).IsOk, "the group's space is another one");
            task.MapPrivate(K64.Bytes, K64);
            task.Unmap(new(window.Start, K64.Bytes));
            task.MapPrivate(K64.Bytes, K64);
            Assert.Equal(XvmaError.OverLimit, task.TryMapPrivate(4096, PageSize.Of4K).Error);
        }

        Holds.Nothing(machine);
    }
}
