using Xvma.Sync;

namespace Xvma.Tests.Contexts;

/// <summary>What leads to a frame is made once, whoever faults: and what is remembered is never another's.</summary>
public sealed class TranslationTests
{
    private readonly Frame<NativeSync> frame = new(null!, id: 3, address: 0x1000, bytes: 4096, place: 0);

    [Fact]
    [Trait("Clause", "FLT-3")]
    public void An_entry_that_says_the_same_is_the_same()
    {
        var entry = Of(8, 0, Rights.Read);
        Assert.Same(entry, Of(8, 0, Rights.Read));
        Assert.Equal((3, 0x1000), (entry.Frame, entry.ToMemory(entry.Page.Start.Value)));
    }

    [Fact]
    [Trait("Clause", "INV-2")]
    public void One_that_differs_in_anything_is_another()
    {
        TlbEntry[] all =
        [
            Of(8, 0, Rights.Read), Of(16, 0, Rights.Read), Of(8, 1, Rights.Read), Of(8, 0, Rights.ReadWrite),
            frame.TranslationOf(new(8), PageSize.Of64K.PageOf(At(0)), Rights.Read, TlbEntry.Here), frame.TranslationOf(new(8), Page(0), Rights.Read, elsewhere: 1),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal([8, 16, 8, 8, 8, 8], all.Select(entry => entry.Asids.First));
        Assert.Equal([4096UL, 4096UL, 4096UL, 4096UL, 65536UL, 4096UL], all.Select(entry => entry.Page.Length));
        Assert.Equal(Rights.ReadWrite, all[3].Rights);
        Assert.Equal(1, all[5].Elsewhere);
        Assert.Same(all[2], Of(8, 1, Rights.Read));
    }

    [Fact]
    public void No_more_are_kept_than_there_is_room_for()
    {
        var first = Of(8, 0, Rights.Read);
        for (var other = 2; other <= Translations<NativeSync>.Most; other++) Of(8 * other, 0, Rights.Read);
        Assert.Same(first, Of(8, 0, Rights.Read));
        Of(8 * 100, 0, Rights.Read);
        Assert.NotSame(first, Of(8, 0, Rights.Read));
    }

    private static ExtendedAddress At(ulong page) => new ExtendedAddress(1UL << 53) + (page * 4096);

    private static AddressRange Page(ulong page) => new(At(page), 4096);

    private TlbEntry Of(long asid, ulong page, Rights rights) => frame.TranslationOf(new(asid), Page(page), rights, TlbEntry.Here);
}
