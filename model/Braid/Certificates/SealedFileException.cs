namespace Braid;

/// <summary>A certificate, report or checkpoint cannot be made use of; the message names the file and says why in a sentence.</summary>
public sealed class SealedFileException : IOException
{
    internal SealedFileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
