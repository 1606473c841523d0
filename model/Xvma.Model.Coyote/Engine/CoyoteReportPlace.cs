namespace Xvma.Model.Coyote;

/// <summary>Where files that Coyote writes go.</summary>
/// <param name="Folder">The folder; made when missing.</param>
/// <param name="Name">What their names begin with.</param>
public sealed record CoyoteReportPlace(string Folder, string Name)
{
    internal delegate bool Emitting(string folder, string name, out IEnumerable<string> paths);

    /// <summary>Lets Coyote write, and gives the files it has written.</summary>
    internal IReadOnlyList<string> Emit(Emitting emit)
    {
        Directory.CreateDirectory(Folder);
        return emit(Folder, Name, out var written) ? [.. written] : [];
    }

    /// <summary>Writes one more.</summary>
    internal string Write(string extension, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Folder).FullName, Name + extension);
        File.WriteAllText(path, text);
        return Path.Combine(Folder, Name + extension);
    }
}
