namespace Braid;

/// <summary>What a step touches, such that two steps meet when their places are equal.</summary>
/// <remarks>
/// For most it is the location. Memory is words of a block, but freeing, copying and filling touch many of them under one name: in a block
/// to which that happens, everything is one place.
/// </remarks>
internal sealed class Places
{
    private const string Offset = " + 0x";
    private readonly HashSet<string> whole = [];

    public Places(Trace trace)
    {
        foreach (var step in trace.Steps)
            if (step.Kind is OperationKind.ReleaseMemory or OperationKind.CopyFrom or OperationKind.CopyTo or OperationKind.FillMemory) whole.Add(BlockOf(step));
    }

    /// <summary>The place of a step; empty when it touches nothing.</summary>
    public string Of(StepRecord step)
    {
        if (step.Kind is (< OperationKind.ReserveMemory or > OperationKind.CompareExchangeMemory) and not OperationKind.Flush) return step.Location;
        var block = BlockOf(step);
        return whole.Contains(block) ? block : step.Location;
    }

    private static string BlockOf(StepRecord step) =>
        step.Location.IndexOf(Offset, StringComparison.Ordinal) is var at and >= 0 ? step.Location[..at] : step.Location;
}
