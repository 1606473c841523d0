namespace Benchmarks;

/// <summary>Where the last numbers are kept: <c>tests/Benchmarks/results</c> of the repository the program was built in.</summary>
internal static class Results
{
    /// <summary>Prints <paramref name="report"/> and keeps it under <paramref name="name"/>.</summary>
    public static void Write(string name, string report)
    {
        Console.Write(report);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Spec.sln"))) continue;
            var results = Directory.CreateDirectory(Path.Combine(folder.FullName, "tests", "Benchmarks", "results"));
            File.WriteAllText(Path.Combine(results.FullName, name + ".md"), report);
            return;
        }
    }
}
