using System.Collections.Immutable;

namespace Xvma;

/// <summary>One shared_xmm.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Uid">Its uid, fixed when it was created.</param>
/// <param name="Members">Ids of the tasks in it, ascending.</param>
/// <param name="Shared">Its address space.</param>
public sealed record GroupSnapshot(GroupId Id, int Uid, ImmutableArray<long> Members, SpaceSnapshot Shared);
