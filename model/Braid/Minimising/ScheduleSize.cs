namespace Braid;

/// <summary>How much a reader has to follow, in the order in which it counts.</summary>
/// <param name="Preemptions">Switches away from a thread that could have gone on.</param>
/// <param name="Switches">All changes of the running thread.</param>
/// <param name="Steps">Decisions.</param>
public readonly record struct ScheduleSize(int Preemptions, int Switches, int Steps) : IComparable<ScheduleSize>
{
    /// <inheritdoc/>
    public int CompareTo(ScheduleSize other) =>
        (Preemptions, Switches, Steps).CompareTo((other.Preemptions, other.Switches, other.Steps));

    /// <summary>What a reader of the columns sees of it: <c>2 switches, 12 steps</c>.</summary>
    public string Visible => $"{(Switches == 1 ? "1 switch" : $"{Switches} switches")}, {FailureDisplay.Count(Steps, "step")}";

    /// <summary>In words: <c>1 preemption, 2 switches, 12 steps</c>.</summary>
    public override string ToString() => $"{FailureDisplay.Count(Preemptions, "preemption")}, {Visible}";

    /// <summary>Whether it is less to follow.</summary>
    public static bool operator <(ScheduleSize left, ScheduleSize right) => left.CompareTo(right) < 0;

    /// <summary>Whether it is more to follow.</summary>
    public static bool operator >(ScheduleSize left, ScheduleSize right) => left.CompareTo(right) > 0;

    /// <summary>Whether it is not more to follow.</summary>
    public static bool operator <=(ScheduleSize left, ScheduleSize right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it is not less to follow.</summary>
    public static bool operator >=(ScheduleSize left, ScheduleSize right) => left.CompareTo(right) >= 0;
}
