using Tenet.Export;
using Xvma.Spec.Formal;

namespace Xvma.Architecture.Tests;

public sealed class ExportTests
{
    [Fact]
    public void The_exported_module_has_every_rule_with_its_clauses()
    {
        var module = TlaModule.Of(XvmaTheory.Theory);
        Verify.Nothing(XvmaTheory.Theory.Rules.Where(rule => !module.Contains($"\n\\* {string.Join(", ", rule.Clauses)}", StringComparison.Ordinal)).Select(rule => $"{rule.Name} is not exported"));
        Verify.Nothing(module.Split('\n').Where(line => line.Length > TlaModule.Width).Select(line => $"too long: {line}"));
    }
}
