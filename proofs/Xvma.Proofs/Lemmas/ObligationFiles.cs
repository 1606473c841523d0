namespace Xvma.Proofs;

/// <summary>Obligations as files, to be checked by any solver of SMT-LIB 2 without this program.</summary>
public static class ObligationFiles
{
    /// <summary>Writes each lemma's obligation to a file of its own, named after it (<c>L4-no-shared-byte.smt2</c>). <c>unsat</c> means proved.</summary>
    /// <returns>The paths.</returns>
    public static IReadOnlyList<string> Write(string directory, IEnumerable<Lemma> lemmas)
    {
        ArgumentNullException.ThrowIfNull(lemmas);
        Directory.CreateDirectory(directory);
        var paths = new List<string>();
        foreach (var lemma in lemmas)
        {
            var path = Path.Combine(directory, $"{lemma.Id.Replace('/', '-')}.smt2");
            File.WriteAllText(path, lemma.ToSmtLib());
            paths.Add(path);
        }

        return paths;
    }
}
