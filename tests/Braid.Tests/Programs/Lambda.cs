namespace Braid.Tests;

/// <summary>A program written where it is used.</summary>
public sealed class Lambda(Action<Stage> arrange, Action? atRest = null) : Program
{
    public override string Name => "lambda";

    public override void Arrange(Stage stage) => arrange(stage);

    public override void AtRest() => atRest?.Invoke();

    public static Func<Program> Of(Action<Stage> arrange) => () => new Lambda(arrange);
}
