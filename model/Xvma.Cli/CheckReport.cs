namespace Xvma.Cli;

/// <summary>What a check came to, as <c>--json</c> writes it.</summary>
internal sealed record CheckReport
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required string Verdict { get; init; }

    public required int ExitCode { get; init; }

    public required ulong Seed { get; init; }

    public required int Cores { get; init; }

    public required double Seconds { get; init; }

    public required IReadOnlyList<ScenarioRow> Scenarios { get; init; }

    public required IReadOnlyList<KnownBugRow> KnownBugs { get; init; }
}
