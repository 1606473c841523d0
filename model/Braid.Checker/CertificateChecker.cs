using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Braid.Checker;

/// <summary>
/// Finds out by itself what a program's executions are, and whether a certificate says the same. It shares with the explorer the code that runs a
/// program, and none of what decides which schedules to run, when two are the same, and how they are hashed.
/// </summary>
public static class CertificateChecker
{
    /// <summary>Checks a certificate.</summary>
    /// <param name="certificate">What is claimed.</param>
    /// <param name="program">Makes the program that it is claimed of.</param>
    /// <param name="limit">How long to try.</param>
    /// <param name="stop">Gives up early.</param>
    public static CheckResult Check(Certificate certificate, Func<Program> program, TimeSpan limit, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var start = Stopwatch.GetTimestamp();
        CheckResult? result = null;
        Stepper.Use(program, MemoryModels.Parse(certificate.MemoryModel), certificate.MaxSteps, stepper =>
        {
            var enumeration = new Enumeration(stepper, certificate.Preemptions, () => stop.IsCancellationRequested || Stopwatch.GetElapsedTime(start) > limit);
            result = Judge(certificate.Coverage, enumeration, isComplete: enumeration.Run());
        });
        return result!;
    }

    private static CheckResult Judge(Coverage claimed, Enumeration found, bool isComplete)
    {
        var differences = new List<string>();
        if (found.IsCutOff)
        {
            differences.Add("maxSteps: a schedule is longer");
        }
        else if (isComplete)
        {
            Compare(differences, "complete", claimed.Complete, found.Executions.Values.Count(each => each.End == TraceEnd.Ended));
            Compare(differences, "deadlocks", claimed.Deadlocks, found.Executions.Values.Count(each => each.End == TraceEnd.Deadlock));
            Compare(differences, "failing", claimed.Failing, found.Executions.Values.Count(each => each.End == TraceEnd.Failed));
            Compare(differences, "steps", claimed.Steps, found.Executions.Values.Sum(each => (long)each.Steps));
            var sum = found.Executions.Keys.Aggregate(BigInteger.Zero, CanonicalForm.Sum);
            Compare(differences, "traces", claimed.Traces.ToString(), sum.ToString("x64", CultureInfo.InvariantCulture)[^64..]);
        }

        var verdict = differences.Count > 0 ? CheckVerdict.Differs : isComplete ? CheckVerdict.Valid : CheckVerdict.Inconclusive;
        return new(verdict, differences, found.Executions.Count, found.Beginnings);
    }

    private static void Compare<T>(List<string> differences, string field, T claimed, T found)
    {
        if (!Equals(claimed, found)) differences.Add(string.Create(CultureInfo.InvariantCulture, $"{field}: the certificate says {claimed}, the checker finds {found}"));
    }
}
