namespace Braid.Tests.MemoryModels;

/// <summary>
/// A litmus test as text: threads between <c>|</c>, operations between <c>;</c>. Cells are <c>x y z</c>, registers any other letter:
/// <c>x=1</c> a plain store, <c>x!1</c> a sequentially consistent one, <c>a=x</c> a load, <c>fence</c>, <c>heavy</c> for both halves of a heavy fence,
/// <c>a+x</c> an atomic addition of 1 that gives the new value.
/// </summary>
public sealed class LitmusText
{
    public const string Cells = "xyz";

    private LitmusText(string[][] threads) => Threads = threads;

    public string[][] Threads { get; }

    public static LitmusText Parse(string text) =>
        new([.. text.Split('|').Select(thread => thread.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);

    /// <summary>The registers in the order of their names, then the cells: one outcome in words.</summary>
    public static string Outcome(IReadOnlyDictionary<char, long> registers, IEnumerable<long> memory) =>
        string.Join(' ', registers.OrderBy(each => each.Key).Select(each => $"{each.Key}={each.Value}").Concat(memory.Select((value, cell) => $"{Cells[cell]}={value}")));

    /// <summary>A name on the left of a load or an atomic operation.</summary>
    public static bool IsRegister(char name) => !Cells.Contains(name, StringComparison.Ordinal);
}
