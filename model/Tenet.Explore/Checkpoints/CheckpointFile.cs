using System.Security.Cryptography;

namespace Tenet.Explore;

/// <summary>
/// A search on disk: format name and version, digest of what is searched, counts, levels, the states and what each was found from; a SHA-256 of
/// all of it at the end, so that a file that was cut off or altered is refused.
/// </summary>
internal static unsafe class CheckpointFile
{
    private const string Magic = "tenet-checkpoint";
    private const int Version = 1;

    /// <summary>Writes a checkpoint; the file is the old or the new one at every moment.</summary>
    /// <exception cref="CheckpointException">It cannot be written.</exception>
    public static void Write(string path, byte[] digest, StateSpace space, Snapshot snapshot)
    {
        var partial = path + ".partial";
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            using (var hash = SHA256.Create())
            {
                using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
                using (var writer = new BinaryWriter(hashed)) Write(writer, digest, space, snapshot);
                file.Write(hash.Hash!);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw new CheckpointException($"{path} cannot be written: {refused.Message}");
        }
    }

    /// <summary>Reads a checkpoint into an empty space.</summary>
    /// <exception cref="CheckpointException">There is none, it is damaged, or of another search.</exception>
    public static Snapshot Read(string path, byte[] digest, StateSpace space)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            RequireWhole(path, file);
            using var reader = new BinaryReader(file);
            if (reader.ReadString() != Magic) throw new CheckpointException($"{path} is no checkpoint");
            if (reader.ReadInt32() is var version && version != Version) throw new CheckpointException($"{path} is a checkpoint of version {version}; this program reads version {Version}");
            if (!reader.ReadBytes(digest.Length).AsSpan().SequenceEqual(digest))
                throw new CheckpointException($"{path} is the checkpoint of another search: another instance, another specification, or with and without symmetry");
            return Read(reader, space);
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw new CheckpointException($"{path} cannot be read: {refused.Message}");
        }
    }

    private static bool IsRefusal(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or FormatException;

    private static void RequireWhole(string path, FileStream file)
    {
        var length = file.Length - SHA256.HashSizeInBytes;
        if (length <= 0) throw new CheckpointException($"{path} is no checkpoint, or damaged");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = length; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var end = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(end);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(end)) throw new CheckpointException($"{path} is no checkpoint, or damaged: its checksum is wrong");
        file.Position = 0;
    }

    private static void Write(BinaryWriter writer, byte[] digest, StateSpace space, Snapshot snapshot)
    {
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(digest);
        writer.Write(snapshot.Elapsed.Ticks);
        writer.Write(snapshot.Transitions);
        foreach (var counts in (long[][])[snapshot.Taken, snapshot.Shown])
        {
            writer.Write(counts.Length);
            foreach (var count in counts) writer.Write(count);
        }

        writer.Write(snapshot.Levels.Count);
        foreach (var level in snapshot.Levels)
        {
            writer.Write(level.Count);
            foreach (var range in level)
            {
                writer.Write(range.Start);
                writer.Write(range.Count);
                for (var number = range.Start; number != range.Start + range.Count; number++)
                {
                    writer.Write(new ReadOnlySpan<byte>(space.State(number), 8 * space.Words));
                    writer.Write(*space.Parent(number));
                }
            }
        }
    }

    private static Snapshot Read(BinaryReader reader, StateSpace space)
    {
        var elapsed = new TimeSpan(reader.ReadInt64());
        var transitions = reader.ReadInt64();
        var (taken, shown) = (ReadCounts(reader), ReadCounts(reader));
        var levels = new List<List<Range>>();
        var states = 0L;
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var level = new List<Range>();
            for (var ranges = reader.ReadInt32(); ranges > 0; ranges--)
            {
                var range = new Range(reader.ReadUInt32(), reader.ReadUInt32());
                level.Add(range);
                states += range.Count;
                while (states * 16 > 11L << space.TableBits) space.Grow();
                space.MakeRoom(range.Start + (long)range.Count);
                for (var number = range.Start; number != range.Start + range.Count; number++)
                {
                    reader.BaseStream.ReadExactly(new Span<byte>(space.State(number), 8 * space.Words));
                    *space.Parent(number) = reader.ReadUInt32();
                    space.Put(((ulong)StateSpace.Hash(space.State(number), space.Words) << 32) | (number + 1));
                }
            }

            levels.Add(level);
        }

        return new(levels, transitions, taken, shown, elapsed);
    }

    private static long[] ReadCounts(BinaryReader reader)
    {
        var counts = new long[reader.ReadInt32()];
        for (var i = 0; i < counts.Length; i++) counts[i] = reader.ReadInt64();
        return counts;
    }
}
