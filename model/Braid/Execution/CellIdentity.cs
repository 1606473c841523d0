namespace Braid;

/// <summary>What a reference slot, a lock or a queue holds instead of its value: who it is.</summary>
internal sealed class CellIdentity(int id)
{
    public int Id { get; } = id;
}
