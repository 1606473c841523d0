namespace Xvma.Architecture.Tests;

/// <summary>Code that nothing else in the repository checks: what it says is believed.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Risk">What goes wrong if it is wrong.</param>
/// <param name="Folders">Where it is; a folder counts with all below it.</param>
internal sealed record TrustedPart(string Name, string Risk, params string[] Folders)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TrustedPart> All { get; } =
    [
        new("the theory (`Xvma.Spec/Formal`)", "what is claimed is not what was meant", "spec/Xvma.Spec/Formal"),
        new("the language: reading, expanding and printing (`Tenet`)", "what is read in the chapters is not what is proved and explored",
            "spec/Tenet/Building", "spec/Tenet/Expressions", "spec/Tenet/Rules", "spec/Tenet/Symbols", "spec/Tenet/Printing"),
        new("obligations and their translation to SMT (`Xvma.Proofs`)", "something else is proved", "proofs/Xvma.Proofs/Induction/Obligations", "proofs/Xvma.Proofs/Induction/Text", "proofs/Xvma.Proofs/Smt"),
        new("the abstraction from cells to the theory's state, and its evaluation (`Xvma.Model/Refinement`, `Tenet/Evaluation`)", "the code follows another specification", "model/Xvma.Model/Refinement", "spec/Tenet/Evaluation"),
        new("the seam over the runtime (`Xvma.Sync`)", "what is explored is not what runs in production", "impl/Xvma.Sync"),
        new("the explorer's execution and search (`Braid`)", "schedules are missed; held to published counts, to three other searches, to a second backend and to the certificates' checker",
            "model/Braid/Execution", "model/Braid/Search", "model/Braid/Exploring", "model/Braid/Seam"),
        new("the model checker's compiler and search (`Tenet.Explore`)", "states are missed; held to SPIN's counts where it is installed",
            "model/Tenet.Explore/Compiling", "model/Tenet.Explore/Grounding", "model/Tenet.Explore/Searching", "model/Tenet.Explore/Symmetries", "model/Tenet.Explore/Responses"),
    ];

    /// <summary>Lines of code, rounded up to the next hundred so that the number says something for a while.</summary>
    public int Lines => (Folders.Sum(Count) + 99) / 100 * 100;

    /// <summary>Lines of a source that are neither blank nor comment.</summary>
    public static int LinesOf(string source) =>
        source.Split('\n').Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    private static int Count(string folder) =>
        Directory.Exists(Path.Combine(Repository.Root, folder)) ? Repository.Files(folder, "*.cs").Sum(path => LinesOf(Repository.Read(path))) : 0;
}
