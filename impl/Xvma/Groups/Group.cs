using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma;

/// <summary>A shared_xmm: an address space, the uid it was created with, and who is in it. It lives while somebody is (GRP-6).</summary>
internal sealed class Group<TSync>
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> gate;
    private AtomicRef<TSync, ImmutableSortedSet<long>> members;

    public Group(GroupId id, int uid, long creator, AddressSpace<TSync> space)
    {
        Id = id;
        Uid = uid;
        Space = space;
        gate = new(new("gate", "group", id.Value));
        members = new([creator], new("members", "group", id.Value));
    }

    public GroupId Id { get; }

    /// <summary>The uid of every member, for good (GRP-4).</summary>
    public int Uid { get; }

    public AddressSpace<TSync> Space { get; }

    public ImmutableSortedSet<long> Members => members.Load()!;

    /// <summary>Takes a task in. A group without members is gone and takes nobody (GRP-8).</summary>
    public Result TryAdd(long task, int uid)
    {
        using var held = gate.Enter();
        var now = Members;
        if (now.IsEmpty) return Refusals.NoSuchGroup(Id);
        if (uid != Uid) return Refusals.NotPermitted(uid, Uid);
        members.Store(now.Add(task));
        return Result.Ok;
    }

    /// <returns>Whether that was the last member.</returns>
    public bool Remove(long task)
    {
        using var held = gate.Enter();
        var left = Members.Remove(task);
        members.Store(left);
        return left.IsEmpty;
    }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => Id.ToString();
}
