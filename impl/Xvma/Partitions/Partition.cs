namespace Xvma;

/// <summary>One system image: its memory, and in a machine of several its life (chapter 15).</summary>
internal sealed class Partition<TSync>
    where TSync : struct, Sync.ISync
{
    public Partition(int index, MachineOptions options)
    {
        Index = index;
        Life = options.Partitions == 1 ? null : new(index, options.MissedLooks);
        Frames = new(options, index, Life);
        MegaPages = new(Frames, options);
    }

    public int Index { get; }

    /// <summary>Null in a machine of one partition, which lives as long as the machine.</summary>
    public PartitionLife<TSync>? Life { get; }

    public bool HasFailed => Life is { HasFailed: true };

    /// <summary>Sends a request of another partition for its memory.</summary>
    public FaultCause Reach() => Life is { } life ? life.Reach() : FaultCause.None;

    /// <summary>Its own memory, of as many bytes as the options say of each partition.</summary>
    public FramePool<TSync> Frames { get; }

    /// <summary>Its own mega-page memory.</summary>
    public MegaPool<TSync> MegaPages { get; }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"partition {Index}";
}
