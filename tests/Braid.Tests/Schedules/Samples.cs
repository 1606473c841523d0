namespace Braid.Tests.Schedules;

/// <summary>Schedules to save.</summary>
internal static class Samples
{
    public static SavedSchedule Small { get; } = new()
    {
        KnownBug = "lost-invalidate",
        Bounds = "2 tasks, 64 KB, SC",
        Machine = "1 chiplet, 16 contexts",
        FailureMessage = "frame 7 was freed at step 2",
        Picture = ["      reader   remover", "  1   x → 0", "               └ ✗ \"quoted\""],
        Schedule = new()
        {
            Scenario = "fault against unmap",
            Engine = "Braid 0.1.0",
            Threads = ["reader (task 1)", "remover (task 2)"],
            Decisions =
            [
                new(0, OperationKind.Load, "range-active of space 2"),
                new(1, OperationKind.Choose, "victim", 2),
                new(1, OperationKind.StoreReference, "mappings ‹µ› of \"space\" \\2"),
                new(0, OperationKind.Delay, ""),
            ],
            MaxSteps = 500,
            FailureKind = FailureKind.Safety,
            FailureIdentity = "INV-4",
        },
    };

    /// <summary>Some schedule, the same for the same seed, with awkward texts.</summary>
    public static SavedSchedule Random(Random random)
    {
        var threads = random.Next(1, 7);
        var fails = random.Next(3) > 0;
        return new()
        {
            KnownBug = random.Next(2) == 0 ? null : Text(random),
            Bounds = Text(random),
            Machine = Text(random),
            FailureMessage = fails ? Text(random) : "",
            Picture = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(random))],
            Schedule = new()
            {
                Scenario = "s" + Text(random),
                Engine = "e" + Text(random),
                MemoryModel = random.Next(2) == 0 ? "SC" : "TSO",
                MaxSteps = random.Next(1, int.MaxValue),
                Threads = [.. Enumerable.Range(0, threads).Select(_ => Text(random))],
                Decisions = [.. Enumerable.Range(0, random.Next(40)).Select(_ => Decision(random, threads))],
                FailureKind = fails ? (FailureKind)random.Next(Enum.GetValues<FailureKind>().Length) : null,
                FailureIdentity = fails ? Text(random) : null,
            },
        };
    }

    private static Decision Decision(Random random, int threads)
    {
        var kinds = Enum.GetValues<OperationKind>();
        var kind = kinds[random.Next(1, kinds.Length)];
        return new(random.Next(threads), kind, Text(random), kind == OperationKind.Choose ? random.Next(10) : null);
    }

    private static string Text(Random random)
    {
        string[] parts = [" ", "a", "=", "0", "\"", "\\", "\n", "\t", "→", "é", "😀", "{", "}", "</", "\u0000", "\u2028", "checksum", ","];
        return string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
    }
}
