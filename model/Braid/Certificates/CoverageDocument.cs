namespace Braid;

/// <summary>The JSON of a <see cref="Coverage"/>.</summary>
internal sealed record CoverageDocument
{
    public required long Complete { get; init; }

    public required long Deadlocks { get; init; }

    public required long Failing { get; init; }

    public required long Steps { get; init; }

    /// <summary>How an execution is hashed, and how the hashes are put together.</summary>
    public string Hash { get; init; } = HashName;

    public required string Traces { get; init; }

    /// <summary>SHA-256 of the vector clocks of each, added modulo 2^256.</summary>
    private const string HashName = "sha256 of vector clocks, sum";

    public static CoverageDocument Of(Coverage coverage) => new()
    {
        Complete = coverage.Complete,
        Deadlocks = coverage.Deadlocks,
        Failing = coverage.Failing,
        Steps = coverage.Steps,
        Traces = coverage.Traces.ToString(),
    };

    public Coverage ToCoverage()
    {
        if (Hash != HashName) throw new FormatException($"its executions are hashed by '{Hash}'; this program knows '{HashName}'");
        if (!Digest.TryParse(Traces, out var traces)) throw new FormatException("its hash of executions is not 64 hexadecimal digits");
        if (Complete < 0 || Deadlocks < 0 || Failing < 0 || Steps < 0) throw new FormatException("a count is negative");
        return new() { Complete = Complete, Deadlocks = Deadlocks, Failing = Failing, Steps = Steps, Traces = traces };
    }
}
