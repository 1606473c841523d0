namespace Braid.Tests.Schedules;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schedules-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public IEnumerable<string?> Names => Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);
}
