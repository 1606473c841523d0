using System.Linq.Expressions;
using System.Reflection;
using Xvma.Proofs.Il;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Linq;

/// <summary>
/// Translates a C# expression to a term. Where it calls a method, that method's IL is translated: the expression says nothing about how it
/// works.
/// </summary>
public sealed class FormulaTranslator(IlTranslator methods)
{
    /// <summary>The term an expression stands for, its parameters being constants of the same names.</summary>
    /// <exception cref="NotSupportedException">The expression is more than arithmetic, comparisons, logic and calls.</exception>
    public Term Translate(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression switch
        {
            ParameterExpression parameter => Term.Named(Sort.Of(parameter.Type), parameter.Name!),
            ConstantExpression constant => Literal(constant.Value, constant.Type),
            MemberExpression member => Literal(ValueOf(member), member.Type),
            MethodCallExpression { Object: null } call => methods.Call(call.Method, [.. call.Arguments.Select(Translate)]),
            ConditionalExpression choice => Term.Choose(Translate(choice.Test), Translate(choice.IfTrue), Translate(choice.IfFalse)),
            UnaryExpression unary => Unary(unary),
            BinaryExpression binary => Binary(binary),
            _ => throw new NotSupportedException($"{expression} cannot be translated"),
        };
    }

    private Term Unary(UnaryExpression unary)
    {
        var operand = Translate(unary.Operand);
        return unary.NodeType switch
        {
            ExpressionType.Not when operand.Sort.IsBool => Term.Not(operand),
            ExpressionType.Not or ExpressionType.OnesComplement => Term.Apply(operand.Sort, "bvnot", operand),
            ExpressionType.Negate => Term.Apply(operand.Sort, "bvneg", operand),
            ExpressionType.Convert => Term.Resize(
                operand, Sort.Of(unary.Type), IsSigned(unary.Operand.Type) ? Extension.Sign : Extension.Zero),
            _ => throw new NotSupportedException($"{unary} cannot be translated"),
        };
    }

    private Term Binary(BinaryExpression binary)
    {
        var (left, right) = (Translate(binary.Left), Translate(binary.Right));
        var order = IsSigned(binary.Left.Type) ? "bvs" : "bvu";
        return binary.NodeType switch
        {
            ExpressionType.AndAlso => Term.Apply(Sort.Bool, "and", left, right),
            ExpressionType.OrElse => Term.Apply(Sort.Bool, "or", left, right),
            ExpressionType.And when left.Sort.IsBool => Term.Apply(Sort.Bool, "and", left, right),
            ExpressionType.Or when left.Sort.IsBool => Term.Apply(Sort.Bool, "or", left, right),
            ExpressionType.ExclusiveOr when left.Sort.IsBool => Term.Apply(Sort.Bool, "xor", left, right),
            ExpressionType.Equal => Term.Same(left, right),
            ExpressionType.NotEqual => Term.Not(Term.Same(left, right)),
            ExpressionType.LessThan => Term.Compare(order + "lt", left, right),
            ExpressionType.LessThanOrEqual => Term.Compare(order + "le", left, right),
            ExpressionType.GreaterThan => Term.Compare(order + "gt", left, right),
            ExpressionType.GreaterThanOrEqual => Term.Compare(order + "ge", left, right),
            ExpressionType.Add => Term.Binary("bvadd", left, right),
            ExpressionType.Subtract => Term.Binary("bvsub", left, right),
            ExpressionType.Multiply => Term.Binary("bvmul", left, right),
            ExpressionType.And => Term.Binary("bvand", left, right),
            ExpressionType.Or => Term.Binary("bvor", left, right),
            ExpressionType.ExclusiveOr => Term.Binary("bvxor", left, right),
            ExpressionType.LeftShift => Shifts.ShiftModulo("bvshl", left, right),
            ExpressionType.RightShift => Shifts.ShiftModulo(IsSigned(binary.Left.Type) ? "bvashr" : "bvlshr", left, right),
            _ => throw new NotSupportedException($"{binary} cannot be translated"),
        };
    }

    private static bool IsSigned(Type type)
    {
        var plain = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        return plain == typeof(int) || plain == typeof(long);
    }

    private static Term Literal(object? value, Type type) => value switch
    {
        bool truth => truth ? Term.True : Term.False,
        ulong word => Term.Word(Sort.Word64, word),
        null => throw new NotSupportedException("null is no word"),
        _ => Term.Word(Sort.Of(type), unchecked((ulong)System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture))),
    };

    // A variable the lambda captured, or a static member: a value known when the lemma is stated. Methods are never run here, they are
    // translated.
    private static object? ValueOf(MemberExpression member)
    {
        var target = member.Expression switch
        {
            null => null,
            ConstantExpression constant => constant.Value,
            MemberExpression inner => ValueOf(inner),
            _ => throw new NotSupportedException($"{member} cannot be translated"),
        };
        return member.Member switch
        {
            FieldInfo field => field.GetValue(target),
            PropertyInfo property => property.GetValue(target),
            _ => throw new NotSupportedException($"{member} cannot be translated"),
        };
    }
}
