using System.Text;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Obligations as files, to be checked by any solver of SMT-LIB 2 without this program.</summary>
public static class InductionFiles
{
    /// <summary>Writes each obligation that needs a solver to a file of its own, named after it (<c>INV-2-dropin.smt2</c>).</summary>
    /// <returns>The paths.</returns>
    public static IReadOnlyList<string> Write(string directory, Theory theory, IEnumerable<InductionObligation> obligations)
    {
        ArgumentNullException.ThrowIfNull(obligations);
        Directory.CreateDirectory(directory);
        var paths = new List<string>();
        foreach (var obligation in obligations.Where(obligation => !obligation.IsTrivial))
        {
            var path = Path.Combine(directory, $"{obligation.Id.Replace('/', '-')}.smt2");
            File.WriteAllText(path, Text(theory, obligation));
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>The whole question; <c>unsat</c> means proved.</summary>
    public static string Text(Theory theory, InductionObligation obligation)
    {
        ArgumentNullException.ThrowIfNull(theory);
        ArgumentNullException.ThrowIfNull(obligation);
        // Names are given as text is written: a writer of its own makes the text a function of the obligation alone.
        var written = new InductionText(theory);
        var text = new StringBuilder()
            .AppendLine($"; {theory.Name}: {obligation.Id}")
            .AppendLine($"; {obligation.Property.Title}, {(obligation.Action is { } action ? $"after {action.Title}" : "at first")}: unsat if and only if it holds")
            .AppendLine("(set-info :smt-lib-version 2.6)")
            .AppendLine("(set-info :status unsat)")
            .AppendLine("(set-logic ALL)")
            .Append(written.Declarations())
            .Append(written.Assumptions(isInitial: obligation.Action is null))
            .Append(obligation.Action is null ? "" : written.Happens(obligation.Action))
            .Append(written.GoalFails(obligation))
            .AppendLine("(check-sat)")
            .AppendLine("(exit)");
        return text.ToString();
    }
}
