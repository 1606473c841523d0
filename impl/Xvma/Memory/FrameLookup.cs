namespace Xvma;

/// <summary>What looking for a page's frame came to.</summary>
internal enum FrameLookup
{
    /// <summary>Here it is.</summary>
    Found,

    /// <summary>The page has been unmapped since its mapping was looked up; look again.</summary>
    Released,

    /// <summary>The system has no memory for it.</summary>
    OutOfMemory,

    /// <summary>The partition whose memory it would be has failed.</summary>
    Lost,
}
