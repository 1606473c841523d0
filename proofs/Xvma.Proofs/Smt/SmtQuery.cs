using System.Globalization;
using System.Text;

namespace Xvma.Proofs.Smt;

/// <summary>A question to a solver: is there a value for each constant under which the assertion is true?</summary>
/// <param name="Comment">What it is about, one line each.</param>
/// <param name="Definitions">The functions the assertion applies, in an order in which each is defined before it is used.</param>
/// <param name="Constants">The constants, with their sorts.</param>
/// <param name="Assertion">What is to be true.</param>
public sealed record SmtQuery(
    IReadOnlyList<string> Comment, IReadOnlyList<string> Definitions, IReadOnlyList<KeyValuePair<string, Sort>> Constants, Term Assertion)
{
    /// <summary>The whole question up to and without <c>check-sat</c>.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var line in Comment)
                text.Append("; ").AppendLine(line);
            text.AppendLine("(set-logic QF_BV)");
            foreach (var definition in Definitions)
                text.AppendLine(definition);
            foreach (var (name, sort) in Constants)
                text.AppendLine(CultureInfo.InvariantCulture, $"(declare-const {name} {sort})");
            text.AppendLine(CultureInfo.InvariantCulture, $"(assert {Assertion.Text})");
            return text.ToString();
        }
    }

    /// <summary>The command that asks for the values found.</summary>
    public string GetValues => $"(get-value ({string.Join(' ', Constants.Select(constant => constant.Key))}))";

    /// <summary>The whole question as a file of its own, for any solver of SMT-LIB 2.</summary>
    public string ToFile() => $"{Text}(check-sat)\n; if sat: {GetValues}\n";
}
