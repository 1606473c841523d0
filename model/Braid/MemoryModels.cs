namespace Braid;

/// <summary>How schedules and reports name memory models.</summary>
public static class MemoryModels
{
    /// <summary>The name: <c>SC</c> or <c>TSO</c>.</summary>
    public static string Abbreviation(this MemoryModel model) => model switch
    {
        MemoryModel.SequentialConsistency => "SC",
        MemoryModel.TotalStoreOrder => "TSO",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Unknown memory model."),
    };

    /// <summary>The model of this name.</summary>
    /// <exception cref="NotSupportedException">This explorer knows no such model: the schedule is of a later one.</exception>
    public static MemoryModel Parse(string abbreviation) => abbreviation switch
    {
        "SC" => MemoryModel.SequentialConsistency,
        "TSO" => MemoryModel.TotalStoreOrder,
        _ => throw new NotSupportedException($"There is no memory model '{abbreviation}': this explorer knows SC and TSO."),
    };
}
