namespace Xvma.Proofs;

/// <summary>Obligations as files, to be checked by any solver of SMT-LIB 2 without this program.</summary>
public static class ObligationFiles
{
    /// <summary>Writes each to a file of its own, named after it (<c>L4-no-shared-byte.smt2</c>). <c>unsat</c> means proved.</summary>
    /// <returns>The paths.</returns>
    public static IReadOnlyList<string> Write(string directory, IEnumerable<Obligation> obligations)
    {
        ArgumentNullException.ThrowIfNull(obligations);
        Directory.CreateDirectory(directory);
        var paths = new List<string>();
        foreach (var obligation in obligations)
        {
            var path = Path.Combine(directory, $"{obligation.Id.Replace('/', '-')}.smt2");
            File.WriteAllText(path, obligation.ToSmtLib());
            paths.Add(path);
        }

        return paths;
    }
}
