namespace Xvma.Tests.Support;

/// <summary>Machines that threads are let loose on: one with room for all, and those on which contexts, ASIDs and interrupts are in short supply.</summary>
internal static class StressedMachines
{
    public static IReadOnlyDictionary<string, MachineOptions> All { get; } = new Dictionary<string, MachineOptions>
    {
        ["an ordinary machine"] = new(),
        ["one context for all"] = new() { Chiplets = 1, ContextsPerChiplet = 1, AsidLimit = 24, TlbSets = 1, TlbWays = 2 },
        ["polling only"] = new() { Chiplets = 1, ContextsPerChiplet = 2, Interrupts = InterruptVariant.SwitchToPolling },
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
