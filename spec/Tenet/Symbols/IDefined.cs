using System.Linq.Expressions;

namespace Tenet;

/// <summary>A symbol that comes with its definition.</summary>
internal interface IDefined
{
    LambdaExpression Body { get; }
}
