namespace Braid;

/// <summary>The JSON of a certificate, in the order of its lines; the checksum is added to the text (<see cref="ScheduleSeal"/>).</summary>
internal sealed record CertificateDocument
{
    public const string FormatName = "xvma-certificate";

    public string Format { get; init; } = FormatName;

    public int Version { get; init; } = Certificate.CurrentFormatVersion;

    public required string Scenario { get; init; }

    public required string Machine { get; init; }

    public required string Engine { get; init; }

    public required string MemoryModel { get; init; }

    public int? Preemptions { get; init; }

    public required int MaxSteps { get; init; }

    public required CoverageDocument Executions { get; init; }

    public required CodeIdentity[] Code { get; init; }

    public string? Checksum { get; init; }

    public static CertificateDocument Of(Certificate certificate) => new()
    {
        Scenario = certificate.Scenario,
        Machine = certificate.Machine,
        Engine = certificate.Engine,
        MemoryModel = certificate.MemoryModel,
        Preemptions = certificate.Preemptions,
        MaxSteps = certificate.MaxSteps,
        Executions = CoverageDocument.Of(certificate.Coverage),
        Code = [.. certificate.Code],
    };

    public Certificate ToCertificate()
    {
        if (Scenario.Length == 0) throw new FormatException("it names no scenario");
        if (MemoryModel is not ("SC" or "TSO")) throw new FormatException($"there is no memory model '{MemoryModel}'");
        if (MaxSteps < 1 || Preemptions < 0) throw new FormatException("a bound is negative");
        return new()
        {
            Scenario = Scenario,
            Engine = Engine,
            Machine = Machine,
            MemoryModel = MemoryModel,
            Preemptions = Preemptions,
            MaxSteps = MaxSteps,
            Coverage = Executions.ToCoverage(),
            Code = Code,
        };
    }
}
