namespace Xvma.Proofs.Smt;

/// <summary>What a solver said.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="Reason">Why, if it is neither yes nor no.</param>
/// <param name="Values">The value of each constant, if there are such values; truth values are 0 and 1.</param>
public sealed record SolverAnswer(SolverAnswerKind Kind, string Reason, IReadOnlyDictionary<string, ulong> Values)
{
    private static readonly Dictionary<string, ulong> NoValues = [];

    /// <summary>There are no such values.</summary>
    public static SolverAnswer Unsatisfiable { get; } = new(SolverAnswerKind.Unsatisfiable, "", NoValues);

    /// <summary>There are such values: these.</summary>
    public static SolverAnswer Satisfiable(IReadOnlyDictionary<string, ulong> values) => new(SolverAnswerKind.Satisfiable, "", values);

    /// <summary>The solver gave up.</summary>
    public static SolverAnswer Unknown(string reason) => new(SolverAnswerKind.Unknown, reason, NoValues);

    /// <summary>There is no solver.</summary>
    public static SolverAnswer Missing(string reason) => new(SolverAnswerKind.Missing, reason, NoValues);
}
