using System.Text;

namespace Braid;

/// <summary>Writes what was exported: whole or not at all.</summary>
public static class ExportFile
{
    /// <summary>Replaces what is at <paramref name="path"/>, makes missing folders.</summary>
    /// <exception cref="ScheduleFileException">The system refused; nothing has changed.</exception>
    public static void Write(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(text);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
    }
}
