using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Xvma.Model.Tests;

/// <summary>What the README shows is what happens.</summary>
[Collection(nameof(Console))]
public sealed class ReadmeTests
{
    [Fact]
    [Trait("Clause", "GRP-4")]
    [Trait("Clause", "SHM-2")]
    public void The_program_of_the_README_compiles_and_prints_what_its_comments_say()
    {
        var program = CodeBlock(File.ReadAllText(Path.Combine(Repository(), "README.md")));
        var printed = Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var promised = program.Split('\n')
            .Where(line => line.Contains("Console.WriteLine", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf("// ", StringComparison.Ordinal) + 3)..].TrimEnd())
            .ToArray();
        Assert.Equal(2, promised.Length);
        Assert.Equal(promised, printed);
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void The_program_of_the_page_about_partitions_prints_what_its_comments_say() =>
        Assert.Equal(["7", "PartitionFailed", "Dead"], Run(CodeBlock(File.ReadAllText(Path.Combine(Repository(), "docs", "partitions.md")))).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static string CodeBlock(string markdown)
    {
        const string Fence = "```csharp\n";
        var text = markdown.ReplaceLineEndings("\n");
        var start = text.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        Assert.True(start >= Fence.Length, "There is no C# program.");
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Run(string program)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText("global using System;\n" + program, cancellationToken: TestContext.Current.CancellationToken)],
            platform.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));

        var before = Console.Out;
        using var captured = new StringWriter { NewLine = "\n" };
        Console.SetOut(captured);
        try
        {
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return captured.ToString();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Spec.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
