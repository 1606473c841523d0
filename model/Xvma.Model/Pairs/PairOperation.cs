namespace Xvma.Model;

/// <summary>One operation of the matrix of pairs: a call of the library's facade.</summary>
/// <remarks>What it may answer is not written here: the specification says that of each call, in each schedule.</remarks>
public sealed class PairOperation
{
    internal PairOperation(string name, PairParty by, Func<PairGround, XvmaTask, Gru, object> call)
    {
        Name = name;
        By = by;
        Call = call;
    }

    /// <summary>What it is called, in a word or two.</summary>
    public string Name { get; }

    /// <summary>Who performs it.</summary>
    public PairParty By { get; }

    /// <summary>The call; its answer is shown.</summary>
    internal Func<PairGround, XvmaTask, Gru, object> Call { get; }

    /// <summary>What has to be there before; runs once, alone.</summary>
    internal Action<PairGround> Prepare { get; init; } = static _ => { };

    /// <summary>
    /// Whether it is about a partition. Two tasks are then one of that partition and one of another; two threads are of a task of another, which reaches for
    /// memory of that partition.
    /// </summary>
    public bool IsOfPartitions { get; init; }

    /// <summary>Whether messages in the shared queues may be lost by it, as by dropping their memory.</summary>
    public bool LosesMessages { get; init; }

    /// <summary>Whether it receives: of two that do so from one queue nothing is promised (MSG-3).</summary>
    public bool Receives { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
