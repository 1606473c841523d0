namespace Xvma.Model;

/// <summary>A group being arranged: its members join, then its first member maps.</summary>
public sealed class GroupArrangement
{
    private readonly Scenario scenario;

    internal GroupArrangement(Scenario scenario, XvmaTask first, GroupId id)
    {
        this.scenario = scenario;
        First = first;
        Id = id;
    }

    /// <summary>The member that created it.</summary>
    public XvmaTask First { get; }

    /// <summary>Its id.</summary>
    public GroupId Id { get; }

    /// <summary>Starts a task for each of these actors and lets it join.</summary>
    public GroupArrangement With(params ReadOnlySpan<Delegate> actors)
    {
        foreach (var actor in actors) scenario.StartTask(First.Uid, actor).Join(Id);
        return this;
    }

    /// <summary>Maps <paramref name="pages"/> pages of shared memory.</summary>
    public Window Maps(PageSize pageSize, ulong pages = 1, ExtendedAddress? at = null) =>
        First.MapShared(pages * pageSize.Bytes, pageSize, at: at);
}
