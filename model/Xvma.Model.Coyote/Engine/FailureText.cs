using System.Text.RegularExpressions;

namespace Xvma.Model.Coyote;

/// <summary>The words in which failures reach a bug report of Coyote, and their reading back.</summary>
internal static partial class FailureText
{
    /// <summary>The clause that a deadlock and a lack of progress break.</summary>
    private const string Progress = "INV-12";

    public static string Violation(string identity, string message) => $"Violation of {identity}: {message}";

    public static CoyoteFailure Parse(string report)
    {
        if (ViolationPattern().Match(report) is { Success: true } violation)
            return new(CoyoteFailureKind.Safety, violation.Groups[1].Value, violation.Groups[2].Value.Trim());
        if (report.Contains("Deadlock detected.", StringComparison.Ordinal)) return new(CoyoteFailureKind.Deadlock, Progress, report.Trim());
        if (report.Contains("Potential deadlock", StringComparison.Ordinal)) return new(CoyoteFailureKind.Hang, Progress, report.Trim());
        if (report.Contains("liveness bug", StringComparison.Ordinal)) return new(CoyoteFailureKind.Liveness, Progress, report.Trim());
        var thrown = ExceptionPattern().Match(report);
        return new(CoyoteFailureKind.UnhandledException, thrown.Success ? thrown.Groups[1].Value : "exception", report.Trim());
    }

    [GeneratedRegex(@"Violation of ([^\s:]+): (.*)", RegexOptions.Singleline)]
    private static partial Regex ViolationPattern();

    [GeneratedRegex(@"(?:Unhandled exception\. |Exception ')([A-Za-z_][\w.+`]*)")]
    private static partial Regex ExceptionPattern();
}
