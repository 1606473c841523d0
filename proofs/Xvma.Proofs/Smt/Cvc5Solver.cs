using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Xvma.Proofs.Smt;

/// <summary>cvc5, a program of its own, given the same text as Z3: a second opinion by other people's code.</summary>
public sealed class Cvc5Solver : ISolver
{
    /// <summary>What to do where cvc5 is not to be found.</summary>
    public const string HowToInstall = "cvc5 is not here: install Debian's cvc5 (apt-get install cvc5), or put cvc5 1.0.3 or newer on the path";

    // After its own limit a program that does not end is ended.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly string path;

    private Cvc5Solver(string path, string name) => (this.path, Name) = (path, name);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>cvc5 if it is on the path; else a solver that says how to install it.</summary>
    public static ISolver Find() =>
        Find((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "cvc5")));

    /// <summary>cvc5 if one of these files is it; else a solver that says how to install it.</summary>
    public static ISolver Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths.Where(File.Exists))
        {
            var said = Run(path, ["--version"], "", TimeSpan.FromSeconds(5)).Text;
            var version = said.Split('\n')[0].Split(' ').LastOrDefault(word => word.Length > 0 && char.IsDigit(word[0]));
            if (said.Contains("This is cvc5", StringComparison.Ordinal)) return new Cvc5Solver(path, $"cvc5 {version ?? "of unknown version"}");
        }

        return new MissingSolver(HowToInstall);
    }

    /// <inheritdoc/>
    public SolverAnswer Ask(SmtQuery query, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(query);
        var said = Answer($"(set-option :produce-models true)\n{query.Text}(check-sat)\n{query.GetValues}\n", timeout);
        return said.StartsWith("sat", StringComparison.Ordinal)
            ? SolverAnswer.Satisfiable(SmtValues.Read(query, said["sat".Length..]))
            : Read(said);
    }

    /// <summary>Answers a whole script that asks one question.</summary>
    public SolverAnswer Ask(string script, TimeSpan timeout) => Read(Answer(script, timeout));

    private static SolverAnswer Read(string said) => said.Split('\n')[0].Trim() switch
    {
        "unsat" => SolverAnswer.Unsatisfiable,
        "sat" => SolverAnswer.Satisfiable(new Dictionary<string, ulong>()),
        "unknown" => SolverAnswer.Unknown("cvc5 gave up"),
        "" => SolverAnswer.Unknown("cvc5 said nothing"),
        var other => SolverAnswer.Unknown(other),
    };

    private string Answer(string script, TimeSpan timeout)
    {
        var milliseconds = Math.Max(1, (long)timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

        // Instances by patterns alone leave some obligations open; enumeration closes them.
        var (text, ended) = Run(path, ["--lang=smt2", "--enum-inst", $"--tlimit={milliseconds}", "-"], script, timeout + Grace);
        return ended ? text : $"cvc5 was ended after {(timeout + Grace).TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";
    }

    private static (string Text, bool Ended) Run(string path, IEnumerable<string> arguments, string input, TimeSpan patience)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = TryStart(start);
        if (process is null) return ($"{path} does not start", true);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything: what it said tells why.
        }

        if (process.WaitForExit(patience)) return ($"{output.Result}{errors.Result}".Trim(), true);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return ("", false);
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
