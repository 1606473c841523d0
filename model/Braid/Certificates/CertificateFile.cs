namespace Braid;

/// <summary>Keeps a certificate as one file: JSON, sealed by a checksum, readable by people and by diff.</summary>
public static class CertificateFile
{
    /// <summary>Saves a certificate, whole or not at all; replaces what was there, makes missing folders.</summary>
    /// <exception cref="ScheduleFileException">The system refused; nothing has changed.</exception>
    public static void Write(string path, Certificate certificate)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Bytes(certificate));
    }

    /// <summary>What <see cref="Write"/> would write.</summary>
    public static byte[] Bytes(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return SealedFile.Bytes(CertificateDocument.Of(certificate), CertificateJson.Strict.CertificateDocument);
    }

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="SealedFileException">There is none, or it is damaged, altered, of a later version or makes no sense; the message is for people.</exception>
    public static Certificate Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SealedFile.Read(
            path, "certificate", CertificateDocument.FormatName, Certificate.CurrentFormatVersion, CertificateJson.Strict.CertificateDocument,
            static document => document.ToCertificate());
    }
}
