namespace Braid.Tests.Certificates;

public sealed class DigestTests
{
    [Fact]
    public void The_hash_is_SHA_256() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.Of("abc"u8).ToString());

    [Fact]
    public void A_sum_carries_from_one_half_to_the_other_and_wraps_at_the_end()
    {
        var ones = new Digest(UInt128.MaxValue, UInt128.MaxValue);

        Assert.Equal(new Digest(1, 0), new Digest(0, UInt128.MaxValue) + new Digest(0, 1));
        Assert.Equal(default, ones + new Digest(0, 1));
        Assert.Equal(ones, ones + default(Digest));
    }

    [Fact]
    public void Text_is_read_back()
    {
        var digest = Digest.Of("abc"u8);

        Assert.True(Digest.TryParse(digest.ToString(), out var read));
        Assert.Equal(digest, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ba78")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("+a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Text_that_is_no_digest_is_refused(string? text) => Assert.False(Digest.TryParse(text, out _));
}
