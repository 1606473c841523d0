using Xvma.Sync;

namespace Xvma.Architecture.Tests;

public sealed class CellTests
{
    [Fact]
    public void No_cell_is_handled_by_value()
    {
        // The library by name: what is public in it belongs to others, and the rule is about all of it.
        var types = new[] { typeof(ISync).Assembly, System.Reflection.Assembly.Load("Xvma") }.SelectMany(assembly => assembly.GetTypes());
        Verify.Nothing(CellRule.Violations(types));
    }

    [Fact]
    public void Every_way_to_copy_a_cell_is_noticed()
    {
        var violations = CellRule.Violations([typeof(BadCells)]).ToList();
        Assert.Contains(violations, text => text.Contains("readOnly is a readonly field", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("handsOutCopies is a generic type", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("Property is a property", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("set_Property: the parameter value is a copy", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("Returned returns a cell", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("Taken: the parameter cell is a copy", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("TakenReadOnly: the parameter cell is readonly", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("Local: local 0 is a copy", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("TakenInside: the parameter pair is a copy", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, text => text.Contains("AllRight", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, text => text.Contains("readWrite", StringComparison.Ordinal));
    }
}
