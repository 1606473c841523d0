using Xvma.Sync;

namespace Braid;

/// <summary>How traces name a cell.</summary>
/// <param name="Name">The name given at creation.</param>
/// <param name="Index">Which element, or −1 for a cell that stands alone.</param>
internal readonly record struct NamedCell(CellName Name, int Index)
{
    public override string ToString() => Index < 0 ? Name.ToString() : $"{Name}[{Index}]";
}
