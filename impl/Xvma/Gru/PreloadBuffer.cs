using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>Room on the stack for as many preloads as a fault can have (<see cref="MachineOptions.PreloadPages"/>).</summary>
[InlineArray(MachineOptions.MostPreloadPages)]
internal struct PreloadBuffer
{
    private TlbEntry? first;
}
