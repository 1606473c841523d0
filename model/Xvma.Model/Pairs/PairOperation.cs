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

    /// <inheritdoc/>
    public override string ToString() => Name;
}
