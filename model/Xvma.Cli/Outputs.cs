using Braid;

namespace Xvma.Cli;

/// <summary>Where results are to go is tried before anything is run: what a run of minutes found is not lost to a mistyped folder.</summary>
internal static class Outputs
{
    /// <summary>Refuses files that cannot be written; leaves none behind that was not there.</summary>
    /// <exception cref="UsageException">The first that cannot, and why.</exception>
    public static void RequireFiles(params ReadOnlySpan<string?> paths)
    {
        foreach (var path in paths)
        {
            if (path is null) continue;
            if (path.Length == 0) throw new UsageException("a file to write to needs a name");
            Try(path, () =>
            {
                var full = Path.GetFullPath(path);
                if (Directory.Exists(full)) throw new IOException("a folder has this name");
                RequireFolder(Path.GetDirectoryName(full) ?? throw new IOException("is a root directory, not a file"));
                if (File.Exists(full)) using (File.OpenWrite(full)) { }
            });
        }
    }

    /// <summary>Refuses a folder that nothing can be written into; makes it if it is missing.</summary>
    /// <exception cref="UsageException">Why it cannot be used.</exception>
    public static void RequireFolders(params ReadOnlySpan<string?> paths)
    {
        foreach (var path in paths)
        {
            if (path is null) continue;
            if (path.Length == 0) throw new UsageException("a folder to write to needs a name");
            Try(path, () => RequireFolder(Path.GetFullPath(path)));
        }
    }

    private static void RequireFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        var trial = Path.Combine(folder, $".xvma-{Environment.ProcessId}.tmp");
        using (new FileStream(trial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose)) { }
    }

    private static void Try(string path, Action access)
    {
        try
        {
            access();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"cannot write '{path}': {refused.Message.TrimEnd('.')}; nothing was run");
        }
    }
}
