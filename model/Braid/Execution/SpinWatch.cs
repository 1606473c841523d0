namespace Braid;

/// <summary>One thread's spin loop: the attempt under way, and what the one before it saw.</summary>
internal sealed class SpinWatch
{
    private List<SpinRead> current = [];

    /// <summary>Whether an attempt is under way, live.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Where in the thread's log it began.</summary>
    public int Start { get; private set; }

    /// <summary>What the attempt under way did that another attempt would not do again, in words; null when nothing.</summary>
    public string? Effect { get; set; }

    /// <summary>What the failed attempt before it saw.</summary>
    public List<SpinRead> Seen { get; private set; } = [];

    public void Open(int start)
    {
        IsOpen = true;
        Start = start;
        Effect = null;
        current.Clear();
    }

    public void Add(in SpinRead read) => current.Add(read);

    public void Close() => IsOpen = false;

    /// <summary>The attempt under way has failed.</summary>
    public void Fail()
    {
        IsOpen = false;
        (Seen, current) = (current, Seen);
    }
}
