namespace Braid;

/// <summary>Keeps what a shard has explored as one file: JSON, sealed by a checksum.</summary>
public static class ShardReportFile
{
    /// <summary>Saves a report, whole or not at all: whoever is killed meanwhile leaves the one before.</summary>
    /// <exception cref="ScheduleFileException">The system refused; nothing has changed.</exception>
    public static void Write(string path, ShardReport report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        AtomicFile.Write(path, SealedFile.Bytes(ShardDocument.Of(report), CertificateJson.Strict.ShardDocument));
    }

    /// <summary>Reads a report.</summary>
    /// <exception cref="SealedFileException">There is none, or it is damaged, altered, of a later version or makes no sense; the message is for people.</exception>
    public static ShardReport Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SealedFile.Read(
            path, "shard report", ShardDocument.FormatName, ShardReport.CurrentFormatVersion, CertificateJson.Strict.ShardDocument, static document => document.ToReport());
    }
}
