namespace Xvma.Model;

/// <summary>Who performs an operation of the matrix of pairs.</summary>
public enum PairParty
{
    /// <summary>A member of the group, which has a shared mapping with memory and a private one.</summary>
    Member,

    /// <summary>Any task: a member, but an outsider where it is one task with an operation of an outsider.</summary>
    Any,

    /// <summary>A task of the same uid that is in no group; it has a private mapping.</summary>
    Outsider,
}
