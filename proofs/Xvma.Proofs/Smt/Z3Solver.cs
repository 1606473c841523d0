using System.Globalization;
using System.Runtime.InteropServices;

namespace Xvma.Proofs.Smt;

/// <summary>
/// Z3, in this process, spoken to in SMT-LIB 2 text; each question in a context of its own, so that threads may ask at once.
/// </summary>
public sealed class Z3Solver : ISolver
{
    /// <summary>What to do where Z3 is not to be found.</summary>
    public const string HowToInstall =
        "Z3 is not here: install Debian's libz3-4 (apt-get install libz3-4), or put libz3 4.8.12 or newer where libraries are found";

    private static readonly string[] LibraryNames = ["libz3.so.4", "libz3.so", "libz3.dylib", "libz3.dll"];

    private Z3Solver()
    {
    }

    /// <inheritdoc/>
    public string Name { get; } = $"Z3 {Text(Z3Native.GetFullVersion())}";

    /// <summary>Z3 if its library can be loaded; else a solver that says how to install it.</summary>
    public static ISolver Find() => Find(LibraryNames);

    /// <summary>Z3 if a library of one of these names can be loaded; else a solver that says how to install it.</summary>
    public static ISolver Find(IEnumerable<string> libraryNames) =>
        Z3Native.TryLoad(libraryNames) ? new Z3Solver() : new MissingSolver(HowToInstall);

    /// <summary>Begins a conversation.</summary>
    /// <param name="keepsCores">Whether it can tell what a no needed; slower.</param>
    internal static Z3Session Open(bool keepsCores) => new(keepsCores);

    /// <inheritdoc/>
    public SolverAnswer Ask(SmtQuery query, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(query);
        var config = Z3Native.MakeConfig();
        var context = Z3Native.MakeContext(config);
        Z3Native.DeleteConfig(config);
        Z3Native.SetErrorHandler(context, 0);
        try
        {
            var milliseconds = Math.Max(1, (long)timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            // The time goes with the question: as an option it would be the whole process's, and cut off the questions of others.
            var said = Evaluate(context, $"{query.Text}(check-sat-using default :timeout {milliseconds})\n").Trim();
            return said switch
            {
                "unsat" => SolverAnswer.Unsatisfiable,
                "sat" => SolverAnswer.Satisfiable(SmtValues.Read(query, Evaluate(context, query.GetValues))),
                "unknown" => SolverAnswer.Unknown(Evaluate(context, "(get-info :reason-unknown)").Trim()),
                _ => SolverAnswer.Unknown(said),
            };
        }
        finally
        {
            Z3Native.DeleteContext(context);
        }
    }

    private static string Evaluate(nint context, string text)
    {
        var said = Text(Z3Native.Evaluate(context, text));
        var error = Z3Native.GetErrorCode(context);
        return error == 0 ? said : $"error: {Text(Z3Native.GetErrorMessage(context, error)).Trim()} {said}".Trim();
    }

    private static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? "";
}
