namespace Braid;

/// <summary>Says what a step did in a few words: read <c>x = 0</c>, written <c>x ← 1 (was 0)</c>, changed <c>x: 0 → 1</c>.</summary>
/// <remarks>Locations often end in a number, so a sign always stands between location and value.</remarks>
internal static class StepText
{
    /// <summary>The result of a step at which the execution ended before it could be told.</summary>
    public const string Unfinished = "✗";

    /// <summary>The words for the columns.</summary>
    public static string Of(StepRecord step) => step.Kind switch
    {
        _ when step.Result == Unfinished && Sign(step.Kind) is { } sign => $"{step.Location}{sign} …",
        OperationKind.Load or OperationKind.LoadReference or OperationKind.LoadMemory when step.IsBuffered =>
            $"{step.Location} = {step.Result}, from the store buffer",
        OperationKind.Store or OperationKind.StoreReference or OperationKind.StoreMemory when step.IsBuffered =>
            $"{step.Location} ← {step.Argument}, buffered",
        OperationKind.CopyTo or OperationKind.FillMemory or OperationKind.ExitRead or OperationKind.ExitWrite or OperationKind.WakeAll when step.IsBuffered => $"{Of(step with { IsBuffered = false })}, buffered",
        OperationKind.Load or OperationKind.LoadReference or OperationKind.LoadMemory => $"{step.Location} = {step.Result}",
        OperationKind.Store or OperationKind.StoreReference or OperationKind.StoreMemory => Written(step),
        OperationKind.CompareExchange or OperationKind.CompareExchangeReference =>
            step.IsWrite ? Changed(step) : $"{step.Location}: {step.Argument} refused, is {step.Before ?? step.Result}",
        OperationKind.CompareExchangeMemory =>
            step.IsWrite ? Changed(step) : $"{step.Location}: is {step.Before ?? step.Result}, not {step.Argument}",
        OperationKind.Exchange or OperationKind.ExchangeReference or OperationKind.ExchangeMemory
            or OperationKind.Add or OperationKind.And or OperationKind.Or or OperationKind.FetchAddMemory => Changed(step),
        OperationKind.SpinWhileEqual => $"await {step.Location} ≠ {step.Argument}{Given(step.Result)}",
        OperationKind.Enter => $"lock {step.Location}",
        OperationKind.EnterRead => $"lock {step.Location} for reading",
        OperationKind.EnterWrite => step.Result.Length == 0 ? $"lock {step.Location} for writing" : $"ask for {step.Location} for writing: {step.Result}",
        OperationKind.AwaitWrite => $"locked {step.Location} for writing, after waiting",
        OperationKind.TryEnter => Tried(step, ""),
        OperationKind.TryEnterRead => Tried(step, " for reading"),
        OperationKind.TryEnterWrite => Tried(step, " for writing"),
        OperationKind.Exit => $"unlock {step.Location}",
        OperationKind.ExitRead => $"unlock {step.Location} for reading",
        OperationKind.ExitWrite => $"unlock {step.Location} for writing",
        OperationKind.PrepareToWait => $"ticket of {step.Location}{Given(step.Result)}",
        OperationKind.Wait => $"woken on {step.Location}",
        OperationKind.WakeAll => $"wake all on {step.Location}",
        OperationKind.Choose => $"choose {step.Location}{Given(step.Result)}{(step.Argument.Length == 0 ? "" : " " + step.Argument)}",
        OperationKind.Yield => "yield",
        OperationKind.Fence => "fence",
        OperationKind.FenceLight => "light fence",
        OperationKind.FenceHeavy => "heavy fence",
        OperationKind.FenceHeavyEnd => "end of the heavy fence",
        OperationKind.Flush => Reached(step),
        OperationKind.Now => $"clock{Given(step.Result)}",
        OperationKind.Delay => $"sleep {step.Argument}",
        OperationKind.Share => $"new {(step.Location.Length > 0 ? step.Location : step.Result)}",
        OperationKind.ReserveMemory => $"reserve {step.Location}",
        OperationKind.ReleaseMemory => $"release {step.Location}",
        OperationKind.CopyFrom => $"copy {step.Argument} from {step.Location}",
        OperationKind.CopyTo => $"copy {step.Argument} to {step.Location}",
        OperationKind.FillMemory => $"fill {step.Argument} of {step.Location}",
        OperationKind.Send => $"send {Or(step.Argument, "a message")} to {step.Location}",
        OperationKind.Receive => $"receive {Or(step.Result, "a message")} from {step.Location}",
        OperationKind.CreateActor => $"start {step.Location}{Given(step.Result)}",
        _ => $"{step.Kind} {step.Location} {step.Argument}{Given(step.Result)}",
    };

    /// <summary>The words for the middle of a sentence: without what was there before.</summary>
    public static string Within(StepRecord step) =>
        OperationKinds.IsBlindWrite(step.Kind) && step.Before is not null ? Of(step with { Before = null }) : Of(step);

    /// <summary>The words for what is about to happen, of which only the decision is known: <c>Load of range-active</c>.</summary>
    public static string Of(Decision decision)
    {
        var choice = decision.Choice is { } picked ? $" = {picked}" : "";
        var location = decision.Location.Length == 0 ? "" : $" of {decision.Location}";
        return $"{decision.Kind}{choice}{location}";
    }

    // What stands between a place and its value, of operations that have one.
    private static string? Sign(OperationKind kind) => kind switch
    {
        OperationKind.Load or OperationKind.LoadReference or OperationKind.LoadMemory => " =",
        OperationKind.Store or OperationKind.StoreReference or OperationKind.StoreMemory => " ←",
        OperationKind.CompareExchange or OperationKind.CompareExchangeReference or OperationKind.CompareExchangeMemory
            or OperationKind.Exchange or OperationKind.ExchangeReference or OperationKind.ExchangeMemory
            or OperationKind.Add or OperationKind.And or OperationKind.Or or OperationKind.FetchAddMemory => ":",
        _ => null,
    };

    private static string Reached(StepRecord step) => $"{step.Location} ← {step.After ?? step.Argument} reaches memory{Was(step)}";

    private static string Written(StepRecord step) => $"{step.Location} ← {step.After ?? step.Argument}{Was(step)}";

    // A value that is another and is shown the same says less of itself than there is to it: what it was would be the same words.
    private static string Was(StepRecord step) => step.Before is null ? ""
        : step.IsAsBefore ? " (as before)"
        : step.Before == (step.After ?? step.Argument) ? " (another than before)"
        : $" (was {step.Before})";

    private static string Changed(StepRecord step) =>
        step is { Before: { } before, After: { } after } ? $"{step.Location}: {before} → {after}" : $"{step.Location}: {step.Argument}{Given(step.Result)}";

    private static string Tried(StepRecord step, string how) => step.IsWrite ? $"lock {step.Location}{how}" : $"try {step.Location}{how}: held";

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;

    private static string Given(string result) => result.Length == 0 ? "" : $" → {result}";
}
