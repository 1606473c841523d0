using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

public sealed class TraceFileTests : IDisposable
{
    private static readonly CoyoteTrace Trace = new(
        "teardown", "purge names half the regions", "Microsoft.Coyote 1.7.11", new(CoyoteFailureKind.Safety, "INV-4", "a stale\nentry \\n of task 1"), "{\n  \"Steps\": []\n}");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-traces-");

    private string FileName => Path.Combine(folder.FullName, "a.trace");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_written_is_read()
    {
        CoyoteTraceFile.Write(FileName, Trace);
        Assert.Equal(new CoyoteTraceReading(Trace, null), CoyoteTraceFile.Read(FileName));
        CoyoteTraceFile.Write(FileName, Trace with { KnownBug = null });
        Assert.Equal(Trace with { KnownBug = null }, CoyoteTraceFile.Read(FileName).Trace);
    }

    [Fact]
    public void The_header_says_what_to_run_and_what_was_found()
    {
        CoyoteTraceFile.Write(FileName, Trace);
        Assert.Equal(
            [
                "xvma coyote trace 1", "scenario: teardown", "known-bug: purge names half the regions", "engine: Microsoft.Coyote 1.7.11",
                "failure: Safety", "identity: INV-4", @"message: a stale\nentry \\n of task 1",
            ],
            File.ReadLines(FileName).Take(7));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_an_error_and_no_exception()
    {
        CoyoteTraceFile.Write(FileName, Trace);
        var whole = File.ReadAllBytes(FileName);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(FileName, whole[..length]);
            AssertRefused("");
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_an_error_or_another_header()
    {
        CoyoteTraceFile.Write(FileName, Trace);
        var whole = File.ReadAllBytes(FileName);
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x01;
            File.WriteAllBytes(FileName, changed);
            var read = CoyoteTraceFile.Read(FileName);
            Assert.NotEqual(Trace, read.Trace);
            if (read.IsOk) Assert.Equal(Trace.Text, read.Trace!.Text);
            else AssertRefused("");
        }
    }

    [Theory]
    [InlineData("", "is not a Coyote trace of xvma")]
    [InlineData("{\"format\":\"braid\"}", "is not a Coyote trace of xvma")]
    [InlineData("xvma coyote trace 2\nscenario: x\n\n{}", "another format version")]
    [InlineData("xvma coyote trace 1\nscenario: x", "ends within its header")]
    [InlineData("xvma coyote trace 1\nnonsense\n\n{}", "'nonsense' cannot be understood")]
    [InlineData("xvma coyote trace 1\nscenario: x\nscenario: y\n\n{}", "'scenario: y' cannot be understood")]
    [InlineData("xvma coyote trace 1\nscenario: x\n\n{}", "has no 'engine'")]
    [InlineData("xvma coyote trace 1\nscenario: x\nengine: e\nfailure: Bad\nidentity: i\nmessage: m\nsha256: 0\n\n{}", "'Bad' is not a kind of failure")]
    [InlineData("xvma coyote trace 1\nscenario: x\nengine: e\nfailure: 77\nidentity: i\nmessage: m\nsha256: 0\n\n{}", "'77' is not a kind of failure")]
    [InlineData("xvma coyote trace 1\nscenario: x\nengine: e\nfailure: Safety\nidentity: i\nmessage: m\nsha256: 0\n\n{}", "checksum")]
    public void A_foreign_or_damaged_file_is_refused_in_one_sentence(string content, string why)
    {
        File.WriteAllText(FileName, content);
        AssertRefused(why);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        AssertRefused("cannot be read");
    }

    private void AssertRefused(string why)
    {
        var read = CoyoteTraceFile.Read(FileName);
        Assert.False(read.IsOk);
        Assert.Null(read.Trace);
        Assert.StartsWith(FileName + ": ", read.Error, StringComparison.Ordinal);
        Assert.Contains(why, read.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', read.Error!);
    }
}
