namespace Xvma.Sync;

/// <summary>How a cell was touched.</summary>
public enum Touch
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>Its value was read; also by a compare-and-exchange that found another value than expected.</summary>
    Read,

    /// <summary>Its value was set, be it to the same.</summary>
    Changed,

    /// <summary>The mutex was taken.</summary>
    Entered,

    /// <summary>The mutex was given back.</summary>
    Left,
}
