namespace Braid;

/// <summary>Why a schedule file could not be read or written.</summary>
public enum ScheduleProblem
{
    /// <summary>There is no problem.</summary>
    None,

    /// <summary>No file has this name.</summary>
    NotFound,

    /// <summary>The file is there, but the system does not let it be read: a directory, no permission, a failing disk.</summary>
    Unreadable,

    /// <summary>The text is not JSON, or ends too early; the message says where.</summary>
    NotJson,

    /// <summary>JSON, but of something else than a schedule.</summary>
    ForeignFormat,

    /// <summary>Written by a later version of the format than this program knows.</summary>
    NewerVersion,

    /// <summary>The content is not what was sealed: altered by hand, by a merge or by a faulty copy.</summary>
    Altered,

    /// <summary>Sealed, but something a schedule needs is missing or makes no sense; the message names it.</summary>
    Malformed,

    /// <summary>The system does not allow writing there.</summary>
    NoPermission,

    /// <summary>There is no room left; nothing was changed.</summary>
    DiskFull,

    /// <summary>Writing failed for another reason, which the message names; nothing was changed.</summary>
    Unwritable,
}
