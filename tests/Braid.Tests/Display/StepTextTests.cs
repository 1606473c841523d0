namespace Braid.Tests.Display;

public sealed class StepTextTests
{
    [Fact]
    public void Every_kind_of_operation_has_words_of_its_own()
    {
        List<string> table = [];
        foreach (var kind in Enum.GetValues<OperationKind>().Where(kind => kind != OperationKind.None))
            foreach (var isWrite in new[] { false, true })
                table.Add($"{kind,-26} {(isWrite ? "changes" : "looks  ")}  {StepText.Of(Step(kind, isWrite))}");
        Golden.Matches(string.Join('\n', table) + "\n");
        Assert.All(table, line => Assert.DoesNotContain("  →", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OperationKind.Load, "x = …")]
    [InlineData(OperationKind.LoadMemory, "x = …")]
    [InlineData(OperationKind.StoreReference, "x ← …")]
    [InlineData(OperationKind.CompareExchange, "x: …")]
    [InlineData(OperationKind.Add, "x: …")]
    [InlineData(OperationKind.Enter, "lock x")]
    public void A_step_at_which_the_execution_ended_does_not_pretend_to_have_a_value(OperationKind kind, string text) =>
        Assert.Equal(text, StepText.Of(new StepRecord { Thread = 0, Kind = kind, Location = "x", Result = StepText.Unfinished }));

    [Fact]
    public void A_decision_in_words_names_kind_choice_and_location()
    {
        Assert.Equal("Load of x", StepText.Of(new Decision(0, OperationKind.Load, "x")));
        Assert.Equal("Choose = 2 of victim", StepText.Of(new Decision(0, OperationKind.Choose, "victim", 2)));
        Assert.Equal("Delay", StepText.Of(new Decision(0, OperationKind.Delay, "")));
    }

    private static StepRecord Step(OperationKind kind, bool isWrite) => new()
    {
        Thread = 0,
        Kind = kind,
        Location = "the place 1",
        Argument = kind switch
        {
            OperationKind.CompareExchange or OperationKind.CompareExchangeReference => "2 → 3",
            OperationKind.Choose => "of 5",
            OperationKind.Delay => "until 100 ns",
            OperationKind.ReleaseMemory or OperationKind.CopyFrom or OperationKind.CopyTo or OperationKind.FillMemory => "8 bytes",
            OperationKind.Send => isWrite ? "" : "join",
            _ => "2",
        },
        Result = kind == OperationKind.EnterWrite ? isWrite ? "" : "must wait" : "4",
        Before = isWrite ? "2" : "4",
        After = isWrite ? "3" : "4",
        IsAsBefore = !isWrite,
        IsWrite = isWrite,
    };
}
