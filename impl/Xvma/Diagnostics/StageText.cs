namespace Xvma;

/// <summary>How a trace shows a number that stands for a stage of a life: by its name.</summary>
internal static class StageText
{
    /// <summary>The stage's name in lower case; a number that is none, as a number.</summary>
    public static string Of<TStage>(long number)
        where TStage : struct, Enum => $"{(TStage)Enum.ToObject(typeof(TStage), number)}".ToLowerInvariant();
}
