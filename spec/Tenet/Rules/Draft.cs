using System.Linq.Expressions;

namespace Tenet;

/// <summary>A rule as written: an expression that <see cref="Theory.Build"/> reads.</summary>
public sealed class Draft
{
    internal Draft(DraftKind kind, LambdaExpression formula, LambdaExpression? response = null)
    {
        Kind = kind;
        Formula = formula;
        Response = response;
    }

    internal DraftKind Kind { get; }

    internal LambdaExpression Formula { get; }

    internal LambdaExpression? Response { get; }
}
