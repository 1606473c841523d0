using System.Text;
using Braid.Tests.Schedules;

namespace Braid.Tests.Certificates;

public sealed class CertificateFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder["certificate.json"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void The_bytes_follow_from_what_was_covered_and_not_from_how(bool isReduced, int workers)
    {
        var expected = CertificateFile.Bytes(Certify(new() { Workers = 1 }));
        var options = new ExplorerOptions { Workers = workers, Strategy = isReduced ? Strategy.Exhaustive : Strategy.SleepSets };

        Assert.Equal(expected, CertificateFile.Bytes(Certify(options)));
    }

    [Fact]
    public void A_certificate_is_read_back_as_it_was_written()
    {
        var written = Certify(new() { PreemptionBound = 3 });
        CertificateFile.Write(File, written);

        var read = CertificateFile.Read(File);

        Assert.Equal(written.Code, read.Code);
        Assert.Equal(written with { Code = read.Code }, read);
    }

    [Fact]
    public void No_byte_of_it_can_be_changed_or_cut_off_unnoticed()
    {
        var bytes = CertificateFile.Bytes(Certify(new()));
        for (var at = 0; at < bytes.Length; at += 3)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            Assert.Throws<SealedFileException>(() => CertificateFile.Read(File));
        }

        for (var length = 0; length < bytes.Length; length += 7)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            Assert.Throws<SealedFileException>(() => CertificateFile.Read(File));
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("[]", "its format is not 'xvma-certificate'")]
    [InlineData("""{"format":"xvma-schedule","version":1}""", "its format is not 'xvma-certificate'")]
    [InlineData("""{"format":"xvma-certificate","version":2}""", "is of format version 2; this program knows up to 1")]
    [InlineData("""{"format":"xvma-certificate","version":1}""", "is not as it was saved")]
    public void What_is_no_certificate_is_said_to_be_none(string content, string expected)
    {
        System.IO.File.WriteAllText(File, content);

        var error = Assert.Throws<SealedFileException>(() => CertificateFile.Read(File));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("certificate.json", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"complete\": 12", "\"complete\": -12", "a count is negative")]
    [InlineData("\"SC\"", "\"PSO\"", "there is no memory model 'PSO'")]
    [InlineData("vector clocks", "tea leaves", "this program knows")]
    public void Sealed_nonsense_is_said_to_be_nonsense(string from, string to, string expected)
    {
        var text = Encoding.UTF8.GetString(CertificateFile.Bytes(Certify(new()))).Replace(from, to, StringComparison.Ordinal);
        var json = text[..text.LastIndexOf(",\n  \"checksum\"", StringComparison.Ordinal)] + "\n}\n";
        System.IO.File.WriteAllBytes(File, ScheduleSeal.Seal(Encoding.UTF8.GetBytes(json)));

        var error = Assert.Throws<SealedFileException>(() => CertificateFile.Read(File));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_certified_when_schedules_were_cut_off()
    {
        var coverage = Explore.All(Litmus.LastZero(2), new() { Certifies = true, StopAtFirstFailure = false, MaxStepsPerSchedule = 4 }).Covered!;

        Assert.Throws<ArgumentException>(() => Certificate.Of("last zero", "", new(), coverage, []));
    }

    [Fact]
    public void The_identity_of_code_is_that_of_its_assembly()
    {
        var own = CodeIdentity.Of(typeof(Explorer).Assembly);

        Assert.Equal(own, CodeIdentity.Of(typeof(Explorer).Assembly));
        Assert.Equal("Braid", own.Assembly);
        Assert.NotEqual(own.Hash, CodeIdentity.Of(typeof(CertificateFileTests).Assembly).Hash);
    }

    private static Certificate Certify(ExplorerOptions options)
    {
        options = options with { Certifies = true };
        var result = Explore.All(Litmus.LastZero(3), options);
        return Certificate.Of("last zero", "3 writers", options, result.Covered!, [CodeIdentity.Of(typeof(Litmus).Assembly)]);
    }
}
