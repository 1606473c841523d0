using System.Text;

namespace Braid.Tests.Schedules;

public sealed class ScheduleFileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        using var folder = new TemporaryFolder();
        ScheduleFile.Write(folder["a.json"], Samples.Small);
        var read = ScheduleFile.TryRead(folder["a.json"]);
        Assert.Equal((ScheduleProblem.None, ""), (read.Problem, read.Message));
        Same.Schedule(Samples.Small, read.Saved);
        Assert.Equal(["a.json"], folder.Names);
    }

    [Fact]
    public void A_file_has_one_line_for_each_decision_and_reads_as_written_here()
    {
        var text = Encoding.UTF8.GetString(ScheduleContent.Write(Samples.Small));
        Assert.Equal(
            """
            {
              "format": "xvma-schedule",
              "version": 2,
              "scenario": "fault against unmap",
              "knownBug": "lost-invalidate",
              "engine": "Braid 0.1.0",
              "options": {
                "memoryModel": "SC",
                "maxSteps": 500,
                "bounds": "2 tasks, 64 KB, SC",
                "machine": "1 chiplet, 16 contexts"
              },
              "failure": {
                "kind": "Safety",
                "identity": "INV-4",
                "message": "frame 7 was freed at step 2"
              },
              "threads": [
                "reader (task 1)",
                "remover (task 2)"
              ],
              "decisions": [
                "0 Load range-active of space 2",
                "1 Choose=2 victim",
                "1 StoreReference mappings ‹µ› of \"space\" \\2",
                "0 Delay"
              ],
              "trace": [
                "      reader   remover",
                "  1   x → 0",
                "               └ ✗ \"quoted\""
              ],
              "checksum": "sha256:
            """.ReplaceLineEndings("\n"), text[..(text.IndexOf("sha256:", StringComparison.Ordinal) + 7)]);
    }

    [Fact]
    public void A_schedule_that_ends_well_has_no_failure()
    {
        var well = Samples.Small with { FailureMessage = "", Schedule = Samples.Small.Schedule with { FailureKind = null, FailureIdentity = null } };
        var read = ScheduleFile.TryParse("well", ScheduleContent.Write(well));
        Same.Schedule(well, read.Saved);
    }

    [Fact]
    public void Any_schedule_is_read_back()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var saved = Samples.Random(new(seed));
            var content = ScheduleContent.Write(saved);
            var read = ScheduleFile.TryParse($"seed {seed}", content);
            Assert.True(read.IsOk, $"seed {seed}: {read.Message}");
            Same.Schedule(saved, read.Saved);
            Assert.Equal(content, ScheduleContent.Write(read.Saved));
        }
    }

    [Fact]
    public void A_checkout_with_other_line_endings_is_still_the_same_file()
    {
        var text = Encoding.UTF8.GetString(ScheduleContent.Write(Samples.Small)).Replace("\n", "\r\n", StringComparison.Ordinal);
        Same.Schedule(Samples.Small, ScheduleFile.TryParse("crlf", Encoding.UTF8.GetBytes(text)).Saved);
    }

    [Fact]
    public void Writing_replaces_the_file_that_was_there()
    {
        using var folder = new TemporaryFolder();
        ScheduleFile.Write(folder["deep/er/a.json"], Samples.Random(new(5)));
        ScheduleFile.Write(folder["deep/er/a.json"], Samples.Small);
        Same.Schedule(Samples.Small, ScheduleFile.TryRead(folder["deep/er/a.json"]).Saved);
    }

    [Fact]
    public void A_disk_that_fills_up_leaves_the_old_file_whole_and_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        ScheduleFile.Write(folder["a.json"], Samples.Small);
        foreach (var room in new[] { 0, 1, 100, 400 })
        {
            var error = Assert.Throws<ScheduleFileException>(() =>
                AtomicFile.Write(folder["a.json"], ScheduleContent.Write(Samples.Small), path => new FullDisk(path, room)));
            Assert.Equal(ScheduleProblem.DiskFull, error.Problem);
            Assert.Contains("no space left", error.Message, StringComparison.Ordinal);
            Same.Schedule(Samples.Small, ScheduleFile.TryRead(folder["a.json"]).Saved);
            Assert.Equal(["a.json"], folder.Names);
        }
    }

    [Fact]
    public void A_link_stays_a_link_and_what_it_leads_to_is_written()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["real.json"], new string('x', 100_000));
        File.CreateSymbolicLink(folder["link.json"], folder["real.json"]);

        ScheduleFile.Write(folder["link.json"], Samples.Small);

        Assert.Equal(folder["real.json"], new FileInfo(folder["link.json"]).LinkTarget);
        Same.Schedule(Samples.Small, ScheduleFile.TryRead(folder["real.json"]).Saved);
        Assert.Equal(["link.json", "real.json"], folder.Names.Order());
    }

    [Fact]
    public void A_place_that_takes_no_file_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        ScheduleFile.Write(folder["file"], Samples.Small);
        Directory.CreateDirectory(folder["folder"]);
        foreach (var path in new[] { folder["file/below.json"], folder["folder"], "/", "\0" })
        {
            var error = Assert.Throws<ScheduleFileException>(() => ScheduleFile.Write(path, Samples.Small));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.True(error.Problem is ScheduleProblem.NoPermission or ScheduleProblem.Unwritable, error.Message);
        }
        Assert.Equal(["file", "folder"], folder.Names);
    }

    private sealed class FullDisk(string path, int room) : FileStream(path, FileMode.CreateNew)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer[..Math.Min(room, buffer.Length)]);
            base.Flush();
            if (buffer.Length > room) throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        }
    }
}
