namespace Braid.Tests.Display;

/// <summary>Whatever is thrown at it, the display shows something that fits the line.</summary>
public sealed class AnyTraceTests(ITestOutputHelper output)
{
    [Fact]
    public void Any_trace_is_shown_within_the_width()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            output.WriteLine($"seed {seed}");
            var random = new Random(seed);
            var failure = Random(random);
            var options = new DisplayOptions
            {
                Width = random.Next(60, 220),
                Detail = (DisplayDetail)random.Next(2),
                Characters = (DisplayCharacters)random.Next(2),
                MaxRows = random.Next(10, 60),
            };
            var page = FailureDisplay.Render(new() { Failure = failure, KnownBug = random.Next(2) == 0 ? null : Text(random) }, options);
            Assert.All(page.Split('\n'), line => Assert.InRange(TextWrap.WidthOf(line), 0, options.Width));
            Assert.All(page, each => Assert.True(each == '\n' || !char.IsControl(each)));
        }
    }

    private static Failure Random(Random random)
    {
        string[] threads = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => Text(random))];
        var count = random.Next(60);
        var kinds = Enum.GetValues<OperationKind>();
        StepRecord[] steps =
        [
            .. Enumerable.Range(0, count).Select(_ => new StepRecord
            {
                Thread = random.Next(threads.Length), Kind = kinds[random.Next(kinds.Length)], Location = $"cell {random.Next(4)}", Argument = Text(random),
                Result = Text(random), Before = Maybe(random), After = Maybe(random), IsWrite = random.Next(2) == 0, IsDecision = random.Next(5) > 0,
            }),
        ];
        TraceEvent[] events =
        [
            .. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(count + 1)).Order()
                .Select(at => new TraceEvent(at, random.Next(threads.Length), (TraceEventKind)random.Next(3), Text(random))),
        ];
        var all = Enum.GetValues<FailureKind>();
        return new()
        {
            Kind = all[random.Next(all.Length)],
            Identity = Text(random),
            Message = Text(random),
            IsAtRest = random.Next(3) == 0,
            FoundAfter = random.Next(),
            Trace = new() { Threads = threads, Steps = steps, Events = events },
            Schedule = new() { Scenario = Text(random), Engine = "Braid", Threads = threads, Decisions = [] },
        };
    }

    private static string? Maybe(Random random) => random.Next(3) == 0 ? null : Text(random);

    private static string Text(Random random)
    {
        string[] words = ["a", "frame", "0x8000_0000_0000_0040", "→", "é", "😀", "\n", "\t", "", " ", "a-very-long-word-that-does-not-break-anywhere-at-all", "…"];
        return string.Join(' ', Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)]));
    }
}
