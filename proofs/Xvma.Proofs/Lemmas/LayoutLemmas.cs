using static Xvma.Proofs.Logic;

namespace Xvma.Proofs;

/// <summary>L1: the regions divide all 2^64 addresses among them.</summary>
internal static class LayoutLemmas
{
    public static IReadOnlyList<Obligation> All =>
    [
        new("L1/partition", ["ADR-1", "ADR-4"],
            "In every valid layout, every address lies in exactly one of the four regions, and that is its kind",
            (ulong address, ulong processorLimit, ulong privateBase, ulong sharedBase) => Implies(
                AddressMath.IsLayout(processorLimit, privateBase, sharedBase, PageSize.MaxShift),
                One(address < processorLimit) + One(processorLimit <= address && address < privateBase)
                    + One(AddressMath.Contains(privateBase, sharedBase - 1, address)) + One(sharedBase <= address) == 1
                && AddressMath.KindOf(address, processorLimit, privateBase, sharedBase) == AddressKind.Processor == address < processorLimit
                && AddressMath.KindOf(address, processorLimit, privateBase, sharedBase) == AddressKind.Hole
                    == (processorLimit <= address && address < privateBase)
                && AddressMath.KindOf(address, processorLimit, privateBase, sharedBase) == AddressKind.Private
                    == AddressMath.Contains(privateBase, sharedBase - 1, address)
                && AddressMath.KindOf(address, processorLimit, privateBase, sharedBase) == AddressKind.Shared == sharedBase <= address)),

        new("L1/valid", ["ADR-4"],
            "A layout is accepted if and only if its boundaries ascend, the two regions have pages, and each boundary is a page boundary of the largest size",
            (ulong processorLimit, ulong privateBase, ulong sharedBase) =>
                AddressMath.IsLayout(processorLimit, privateBase, sharedBase, PageSize.MaxShift)
                == (processorLimit <= privateBase && privateBase < sharedBase
                    && (processorLimit | privateBase | sharedBase) << (64 - PageSize.MaxShift) == 0)),

        Profile("L1/default", "In the default layout, addresses from 2^53 up to 2^63 are private and those from 2^63 up shared", AddressLayout.Default, 53),
        Profile("L1/sgi", "In SGI's layout, addresses from 2^48 up to 2^63 are private and those from 2^63 up shared", AddressLayout.Sgi, 48),
    ];

    private static Obligation Profile(string id, string statement, AddressLayout layout, int privateShift) =>
        new(id, ["ADR-1", "ADR-2"], statement, (ulong address) =>
            AddressMath.IsLayout(layout.ProcessorLimit.Value, layout.PrivateBase.Value, layout.SharedBase.Value, PageSize.MaxShift)
            && AddressMath.KindOf(address, layout.ProcessorLimit.Value, layout.PrivateBase.Value, layout.SharedBase.Value)
                == (address >= 1UL << 63 ? AddressKind.Shared
                    : address >= 1UL << privateShift ? AddressKind.Private
                    : address >= 1UL << 47 ? AddressKind.Hole : AddressKind.Processor));
}
