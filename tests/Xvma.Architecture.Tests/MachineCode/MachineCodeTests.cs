using System.Runtime.InteropServices;
using static Xvma.Architecture.Tests.MachineCodeSubjects;

namespace Xvma.Architecture.Tests;

/// <summary>Production pays nothing for the seam: the native instantiation compiles to what one would write by hand.</summary>
public sealed class MachineCodeTests(MachineCodeTests.Listing listing) : IClassFixture<MachineCodeTests.Listing>
{
    [Fact]
    public void A_lookup_through_the_seam_is_the_hand_written_one() => Same(nameof(LookupThroughSeam), nameof(LookupByHand));

    [Fact]
    public void A_compare_exchange_loop_through_the_seam_is_the_hand_written_one() => Same(nameof(TakeThroughSeam), nameof(TakeByHand));

    [Fact]
    public void A_reference_read_through_the_seam_is_the_hand_written_one() => Same(nameof(PublishedThroughSeam), nameof(PublishedByHand));

    [Fact]
    public void A_table_of_references_read_through_the_seam_is_the_hand_written_one() => Same(nameof(SlotThroughSeam), nameof(SlotByHand));

    [Fact]
    [Trait("Clause", "IVL-8")]
    public void The_light_half_of_a_fence_is_no_instruction()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture is System.Runtime.InteropServices.Architecture.X64, "Loads stay in order by themselves on x64 only.");
        Same(nameof(AnnounceWithLightFence), nameof(AnnounceWithNoFence));
    }

    [Theory]
    [InlineData(nameof(LookupThroughSeam), nameof(LookupWithFullFence))]
    [InlineData(nameof(TakeThroughSeam), nameof(TakeWithFullFence))]
    public void A_fence_too_many_is_noticed(string method, string withFence)
    {
        var more = listing[withFence].Length - listing[method].Length;
        Assert.InRange(more, 1, 4);
    }

    [Fact]
    public void What_is_compared_are_whole_methods()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture is System.Runtime.InteropServices.Architecture.X64, "The instructions looked for are those of x64.");
        Assert.Contains(listing[nameof(TakeThroughSeam)], line => line.StartsWith("cmpxchg qword ptr", StringComparison.Ordinal));
        Assert.All(listing.Methods.Values, instructions => Assert.Contains("ret", instructions));
        Assert.True(listing[nameof(LookupThroughSeam)].Length > 15);
    }

    [Fact]
    public void Only_addresses_and_layout_are_left_out_of_the_comparison()
    {
        const string Text = """
            ; Assembly listing for method A.B:One(long):long (FullOpts)
            G_M12345_IG01:                ;; offset=0x0000
                   mov      rax, 0x7F12345678 ; a comment
                   align    [0 bytes for IG03]
                   lock
                   cmpxchg  qword ptr [rdi+0x08], rcx
            ; Total bytes of code 11
            """;
        Assert.Equal(["G_MADDRESS_IG01:", "mov rax, ADDRESS", "lock", "cmpxchg qword ptr [rdi+0x08], rcx"], Disassembly.Parse(Text)["One"]);
    }

    private void Same(string throughSeam, string byHand) => Assert.Equal(listing[byHand], listing[throughSeam]);

    /// <summary>Compiles the subjects once for all tests.</summary>
    public sealed class Listing : IAsyncLifetime
    {
        public IReadOnlyDictionary<string, string[]> Methods { get; private set; } = new Dictionary<string, string[]>();

        public string[] this[string method] => Methods[method];

        public async ValueTask InitializeAsync() => Methods = await Disassembly.Of(
            typeof(MachineCodeSubjects), nameof(MachineCodeSubjectTests.Subjects_do_what_they_say), TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
