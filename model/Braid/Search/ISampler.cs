namespace Braid;

/// <summary>Draws schedules by number: the same number gives the same schedule, whoever runs it.</summary>
internal interface ISampler
{
    /// <summary>What takes the decisions.</summary>
    Chooser Chooser { get; }

    /// <summary>Prepares for schedule number <paramref name="schedule"/>.</summary>
    void Start(long schedule);
}
