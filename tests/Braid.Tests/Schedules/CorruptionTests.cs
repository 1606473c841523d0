namespace Braid.Tests.Schedules;

/// <summary>Damage of every kind at every place: never an exception, never a schedule.</summary>
public sealed class CorruptionTests(ITestOutputHelper output)
{
    private static readonly byte[] Good = ScheduleContent.Write(Samples.Small);

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Good.Length; length++)
            Refused(Good.AsMemory(0, length), $"cut to {length} of {Good.Length} bytes");
    }

    [Fact]
    public void A_file_with_any_byte_turned_into_any_other_is_refused()
    {
        // All 255 others at places of each kind would be slow on the whole file; a stride through them meets each bit and each sign.
        var bytes = (byte[])Good.Clone();
        for (var at = 0; at < bytes.Length; at++)
            for (var mask = 1; mask < 256; mask += at % 8 == 0 ? 1 : 17)
            {
                bytes[at] ^= (byte)mask;
                Refused(bytes, $"byte {at} xor {mask}");
                bytes[at] = Good[at];
            }
        Assert.True(ScheduleFile.TryParse("restored", bytes).IsOk);
    }

    [Fact]
    public void A_file_with_any_byte_doubled_or_left_out_is_refused()
    {
        for (var at = 0; at < Good.Length; at++)
        {
            Refused((byte[])[.. Good[..at], .. Good[(at + 1)..]], $"byte {at} left out");
            Refused((byte[])[.. Good[..at], Good[at], .. Good[at..]], $"byte {at} doubled");
        }
    }

    [Fact]
    public void Random_damage_to_random_files_is_refused()
    {
        const int Seed = 20130214;
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 3_000; round++)
        {
            var good = ScheduleContent.Write(Samples.Random(random));
            var bad = Damaged(good, random);
            if (!bad.AsSpan().SequenceEqual(good)) Refused(bad, $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        for (var round = 0; round < 5_000; round++)
        {
            var noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            Refused(noise, $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void Deeply_nested_json_is_refused_and_does_not_exhaust_the_stack() =>
        Refused(System.Text.Encoding.ASCII.GetBytes(new string('[', 1_000_000)), "a million brackets");

    private static byte[] Damaged(byte[] good, Random random)
    {
        var (from, to) = (random.Next(good.Length), random.Next(good.Length));
        var length = Math.Min(random.Next(1, 40), good.Length - Math.Max(from, to));
        var bad = (byte[])good.Clone();
        switch (random.Next(4))
        {
            case 0: bad.AsSpan(from, length).CopyTo(bad.AsSpan(to)); return bad;                 // a piece copied over another
            case 1: random.NextBytes(bad.AsSpan(from, length)); return bad;                      // noise
            case 2: bad.AsSpan(from, length).Clear(); return bad;                                // a hole, as a crash leaves
            default: return [.. good[..from], .. good[(from + length)..]];                       // a piece missing
        }
    }

    private static void Refused(ReadOnlyMemory<byte> content, string how)
    {
        var read = ScheduleFile.TryParse("damaged.json", content);
        Assert.False(read.IsOk, how);
        Assert.NotEqual(ScheduleProblem.None, read.Problem);
        Assert.NotEmpty(read.Message);
    }
}
