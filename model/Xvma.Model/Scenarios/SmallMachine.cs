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

    /// <summary>The bounds that a machine sets to what an exploration can see, in words.</summary>
    public static string Describe(MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return $"{options.Chiplets} chiplet, {options.ContextsPerChiplet} contexts × {options.SlotsPerContext} slots, "
            + $"TLB {options.TlbSets} × {options.TlbWays}";
    }
}
