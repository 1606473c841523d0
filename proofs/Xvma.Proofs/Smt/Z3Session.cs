using System.Globalization;
using System.Runtime.InteropServices;

namespace Xvma.Proofs.Smt;

/// <summary>A conversation with Z3 in SMT-LIB 2: what was told stays, until it is popped. For one thread at a time.</summary>
public sealed class Z3Session : IDisposable
{
    // Whether cores are kept is decided where a conversation begins, by a setting of the whole process.
    private static readonly Lock Beginning = new();
    private readonly nint context;

    /// <summary>Begins.</summary>
    /// <param name="keepsCores">Whether, after a no, <see cref="Core"/> can tell what was needed for it; slower.</param>
    internal Z3Session(bool keepsCores)
    {
        var config = Z3Native.MakeConfig();
        lock (Beginning)
        {
            Z3Native.SetGlobal("unsat_core", keepsCores ? "true" : "false");
            context = Z3Native.MakeContext(config);
            Z3Native.SetErrorHandler(context, 0);
            Evaluate("(echo \"\")");
            Z3Native.SetGlobal("unsat_core", "false");
        }

        Z3Native.DeleteConfig(config);
    }

    /// <summary>Says something that has no answer: declarations, assertions, push, pop.</summary>
    /// <exception cref="FormatException">Z3 did not understand it.</exception>
    public void Tell(string text)
    {
        var said = Evaluate(text);
        if (said.Length > 0) throw new FormatException($"Z3: {said}");
    }

    /// <summary>Whether what was told can be true.</summary>
    /// <param name="tactic">How to find out, as <c>check-sat-using</c> takes it.</param>
    /// <param name="timeout">After which the answer is that there is none.</param>
    public SolverAnswerKind Check(string tactic, TimeSpan timeout)
    {
        // The time goes with the question: as an option it would be the whole process's.
        var milliseconds = Math.Max(1, (long)timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var said = Evaluate($"(check-sat-using {tactic} :timeout {milliseconds})");
        return said switch
        {
            "unsat" => SolverAnswerKind.Unsatisfiable,
            "sat" => SolverAnswerKind.Satisfiable,
            _ when said.StartsWith("unknown", StringComparison.Ordinal) || said.Contains("canceled", StringComparison.Ordinal) || said.Contains("timeout", StringComparison.Ordinal) => SolverAnswerKind.Unknown,
            _ => throw new FormatException($"Z3: {said}"),
        };
    }

    /// <summary>After a yes: the structure in which everything told is true, as SMT-LIB writes it.</summary>
    public string Model() => Evaluate("(get-model)");

    /// <summary>After a no: the names of the assertions that were needed for it.</summary>
    public string Core() => Evaluate("(get-unsat-core)");

    /// <inheritdoc/>
    public void Dispose() => Z3Native.DeleteContext(context);

    private string Evaluate(string text)
    {
        var said = Marshal.PtrToStringUTF8(Z3Native.Evaluate(context, text)) ?? "";
        var error = Z3Native.GetErrorCode(context);
        return error == 0 ? said.Trim() : $"error: {Marshal.PtrToStringUTF8(Z3Native.GetErrorMessage(context, error))} {said}".Trim();
    }
}
