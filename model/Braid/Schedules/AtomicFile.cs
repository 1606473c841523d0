namespace Braid;

/// <summary>Replaces a file whole or not at all.</summary>
internal static class AtomicFile
{
    private const int NoSpaceUnix = 28;                     // ENOSPC; .NET hands the errno through as HResult on Unix
    private const int QuotaUnix = 122;                      // EDQUOT
    private const int NoSpaceWindows = unchecked((int)0x80070070);
    private static int counter;

    /// <summary>Writes beside <paramref name="path"/>, then renames: a reader sees the old content or the new, never a part. A link or a device is written into.</summary>
    /// <param name="path">Where to write; missing folders are made.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="create">How the temporary file is opened; a test puts a failing disk here.</param>
    /// <exception cref="ScheduleFileException">The system refused; nothing has changed at <paramref name="path"/>.</exception>
    public static void Write(string path, byte[] content, Func<string, Stream>? create = null)
    {
        string? temporary = null;
        try
        {
            var full = Path.GetFullPath(path);
            var folder = Path.GetDirectoryName(full) ?? throw new IOException("is a root directory, not a file");
            Directory.CreateDirectory(folder);
            if (IsPassedThrough(full))
            {
                using var into = new FileStream(full, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
                if (into.CanSeek) into.SetLength(0);
                into.Write(content);
                return;
            }
            temporary = TemporaryFor(folder, full);
            using (var stream = (create ?? Create)(temporary))
            {
                stream.Write(content);
                stream.Flush();
                (stream as FileStream)?.Flush(flushToDisk: true);   // else a crash may leave the new name with no content
            }
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (temporary is not null) TryDelete(temporary);
            throw Explain(path, error);
        }
    }

    // A rename would put a file in the place of /dev/null, or of the link that /dev/stdout is.
    private static bool IsPassedThrough(string full) => new FileInfo(full).LinkTarget is not null || full.StartsWith("/dev/", StringComparison.Ordinal);

    // The process id keeps processes apart, the counter the threads of one; neither needs randomness.
    private static string TemporaryFor(string folder, string full) =>
        Path.Combine(folder, $".{Path.GetFileName(full)}.{Environment.ProcessId}-{Interlocked.Increment(ref counter)}.tmp");

    private static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report; a temporary file that cannot be removed either adds nothing to it.
        }
    }

    private static ScheduleFileException Explain(string path, Exception error) => error switch
    {
        UnauthorizedAccessException => new(ScheduleProblem.NoPermission, $"cannot write '{path}': no permission, or a folder has this name", error),
        { HResult: NoSpaceUnix or QuotaUnix or NoSpaceWindows } =>
            new(ScheduleProblem.DiskFull, $"cannot write '{path}': no space left on the device; nothing was changed", error),
        _ => new(ScheduleProblem.Unwritable, $"cannot write '{path}': {error.Message}", error),
    };
}
