namespace Braid;

/// <summary>What the output may be written with.</summary>
public enum DisplayCharacters
{
    /// <summary>Box-drawing lines and arrows.</summary>
    Unicode,

    /// <summary>For terminals and logs that mangle anything else; what has no equivalent becomes a question mark.</summary>
    Ascii,
}
