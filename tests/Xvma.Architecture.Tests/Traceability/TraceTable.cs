using System.Globalization;
using System.Text;
using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>The table of what is behind each clause, and its summary.</summary>
internal static class TraceTable
{
    /// <summary>The document <c>spec/TRACEABILITY.md</c>.</summary>
    public static string Render(Specification specification, IReadOnlyList<TraceRow> rows, IReadOnlyList<TrustedPart> trusted)
    {
        var text = new StringBuilder("# What is behind each clause\n\n");
        text.Append("Generated; a test fails when it is stale, and rewrites it when `UPDATE_GOLDEN=1`. *Rules* state the clause in the theory. *Proved*, for any number of\n");
        text.Append("elements, are claims, `INV-2/…` of every action that could break them, and actions, `…/dropin` of every claim that they could break, with the number of obligations\n");
        text.Append("that a solver discharges. *Explored* are finite instances in which an action of the clause takes part, or one that could break a claim of it. Scenarios run the production code; known bugs are its mutants. No clause is\n");
        text.Append("without something behind it.\n\n");
        text.Append(Summary(rows)).Append("\n\n## Clauses\n");
        foreach (var chapter in specification.Chapters)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### [{chapter.Title}]({chapter.File})\n\n");
            text.Append("| clause | rules | proved | explored | scenarios | known bugs | tests, lemmas |\n|---|---|---|---|---|---|---|\n");
            foreach (var row in rows.Where(row => chapter.Clauses.Contains(row.Clause)))
                text.Append(CultureInfo.InvariantCulture, $"| {row.Clause} | {Cell(row.Rules)} | {Cell(row.Proofs)} | {Cell(row.Instances)} | {Cell(row.Scenarios)} | {Cell(row.KnownBugs)} | {Cell(row.Tests)} |\n");
        }

        text.Append("\n## What must be trusted\n\n").Append(Trusted(trusted));
        return text.ToString();
    }

    /// <summary>How many clauses there are, and how many of them are proved, explored, run and tested; one paragraph.</summary>
    public static string Summary(IReadOnlyList<TraceRow> rows)
    {
        int Count(Func<TraceRow, bool> has) => rows.Count(has);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} clauses: {Count(row => !row.Rules.IsEmpty)} stated by rules of the theory, {Count(row => !row.Proofs.IsEmpty)} with proofs, {Count(row => !row.Instances.IsEmpty)} explored in finite instances,\n")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(row => !row.Scenarios.IsEmpty)} run in scenarios, {Count(row => !row.KnownBugs.IsEmpty)} broken by a known bug, {Count(row => !row.Tests.IsEmpty)} with tests or lemmas; {Count(row => row.IsBare)} with nothing behind them.");
    }

    /// <summary>What must be trusted, with sizes, as a table.</summary>
    public static string Trusted(IReadOnlyList<TrustedPart> trusted)
    {
        var text = new StringBuilder("| part | what goes wrong if it is wrong | lines |\n|---|---|---|\n");
        foreach (var part in trusted) text.Append(CultureInfo.InvariantCulture, $"| {part.Name} | {part.Risk} | {part.Lines:N0} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| together | | {trusted.Sum(part => part.Lines):N0} |\n\n");
        text.Append("Lines of code without comments and blank lines, each part rounded up to the next hundred. Beside these: the compiler, the runtime, the kernel's memory mapping, Z3.\n");
        return text.ToString();
    }

    private static string Cell(IReadOnlyCollection<string> names) => string.Join("<br>", names.Select(name => name.Replace("|", "\\|", StringComparison.Ordinal)));
}
