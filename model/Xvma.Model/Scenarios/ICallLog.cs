namespace Xvma.Model;

/// <summary>The one hook through which every call of a behaviour is shown; nothing is formatted unless somebody listens.</summary>
public interface ICallLog
{
    /// <summary>Whether anybody listens.</summary>
    bool IsOn { get; }

    /// <summary>A call begins, <c>Unmap 0x8000_0000_0000_0000 64 KB</c>.</summary>
    void Begin(string text);

    /// <summary>The innermost call ends, <c>ok</c>.</summary>
    void End(string text);
}
