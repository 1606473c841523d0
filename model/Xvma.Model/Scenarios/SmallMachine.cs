namespace Xvma.Model;

/// <summary>The machine that scenarios run on unless they say otherwise.</summary>
public static class SmallMachine
{
    /// <summary>One chiplet, two contexts of one slot, a TLB of one set of two entries.</summary>
    public static MachineOptions Options { get; } = new()
    {
        Chiplets = 1,
        ContextsPerChiplet = 2,
        SlotsPerContext = 1,
        TlbSets = 1,
        TlbWays = 2,
    };

    /// <summary>Two partitions of that.</summary>
    public static MachineOptions TwoPartitions { get; } = Options with { Partitions = 2 };

    /// <summary>The bounds that a machine sets to what an exploration can see, in words.</summary>
    public static string Describe(MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var partitions = options.Partitions == 1 ? "" : $"{Count(options.Partitions, "partition")} of ";
        return partitions + $"{Count(options.Chiplets, "chiplet")} of {Count(options.ContextsPerChiplet, "context")}, "
            + $"{Count(options.SlotsPerContext, "slot")} each, TLB {options.TlbSets} × {options.TlbWays}";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
