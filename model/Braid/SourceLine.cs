namespace Braid;

/// <summary>Where in the source a step was taken, as the debugging symbols have it; optimised code is exact to a statement or two.</summary>
/// <param name="File">Path of the file: from the root of its repository when that is found on this machine, else as it was compiled.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Member">Type and method.</param>
public readonly record struct SourceLine(string File, int Line, string Member)
{
    /// <summary>A path from the root of the repository that holds it; as it is where there is none.</summary>
    public static string FromRoot(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Path.IsPathRooted(path)) return path;
        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            if (Path.Exists(Path.Combine(folder, ".git"))) return Path.GetRelativePath(folder, path).Replace('\\', '/');
        return path;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
