namespace Tenet.Explore;

/// <summary>A checkpoint cannot be read, written, or is of another search.</summary>
/// <param name="message">One sentence that names the file.</param>
public sealed class CheckpointException(string message) : Exception(message);
