namespace Braid;

/// <summary>Which endless executions count: those in which the scheduler leaves nobody out.</summary>
public enum Fairness
{
    /// <summary>Who can move again and again does move: a lock that is free again and again is had by everybody who asks for it.</summary>
    Strong,

    /// <summary>Who can move all the time does move. Also reports who starves because others are always quicker: locks need not be fair.</summary>
    Weak,
}
