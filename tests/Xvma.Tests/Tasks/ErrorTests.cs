using System.Text.RegularExpressions;
using Xvma.Tests.Support;

namespace Xvma.Tests.Tasks;

public sealed partial class ErrorTests
{
    public static TheoryData<string> Refusals => new(RefusedOperations.All.Keys);

    [Theory]
    [MemberData(nameof(Refusals))]
    [Trait("Clause", "TSK-9")]
    public void A_refused_operation_changes_nothing(string refusal)
    {
        var (expected, operation) = RefusedOperations.All[refusal];
        using var stage = new RefusedOperations.Stage();
        var before = Picture.Of(stage.Machine);

        var result = operation(stage);

        Assert.Equal(expected, result.Error);
        Assert.Equal(before, Picture.Of(stage.Machine));
        Assert.Matches(ClauseAtTheEnd(), result.Detail);
        Assert.Equal(expected, Assert.Throws<XvmaException>(result.OrThrow).Error);
    }

    [Fact]
    public void Every_error_there_is_has_been_met()
    {
        var met = RefusedOperations.All.Values.Select(refusal => refusal.Error).Append(XvmaError.None);
        Assert.Equal(Enum.GetValues<XvmaError>(), met.Distinct().Order());
    }

    [GeneratedRegex(@"\([A-Z]{3}-\d+\)$")]
    private static partial Regex ClauseAtTheEnd();
}
