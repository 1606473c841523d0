using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace Tenet.Building;

/// <summary>Reads C# expression trees as formulas.</summary>
internal sealed class ExpressionReader(IReadOnlySet<Symbol> known)
{
    public Formula Read(Expression expression, ImmutableDictionary<ParameterExpression, Variable> scope)
    {
        switch (expression)
        {
            case ParameterExpression parameter:
                return scope[parameter];
            case ConstantExpression { Value: { } value }:
                return ReadValue(value, expression.Type);
            case UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool):
                return Formulas.Negate(Read(not.Operand, scope));
            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                return Read(convert.Operand, scope);
            case BinaryExpression binary:
                return ReadBinary(binary, scope);
            case ConditionalExpression choice:
                return new Conditional(Read(choice.Test, scope), Read(choice.IfTrue, scope), Read(choice.IfFalse, scope));
            case MethodCallExpression { Method.Name: "get_Item", Object: { } target } at when Value(target) is Symbol symbol:
                return new Application(Known(symbol), [.. at.Arguments.Select(argument => Read(argument, scope))]);
            case MethodCallExpression call when call.Method.DeclaringType == typeof(Logic):
                return ReadWord(call, scope);
            case MemberExpression { Member.Name: "Value", Expression: { } inner } when typeof(Symbol).IsAssignableFrom(inner.Type):
                return new Application(Known((Symbol)Value(inner)!), []);
            case MemberExpression member:
                return ReadValue(Value(member) ?? throw Unknown(member), member.Type);
            default:
                throw Unknown(expression);
        }
    }

    /// <summary>Variables for the parameters of a lambda.</summary>
    public static (ImmutableArray<Variable> Variables, ImmutableDictionary<ParameterExpression, Variable> Scope) Bind(
        LambdaExpression lambda, ImmutableDictionary<ParameterExpression, Variable>? outer = null)
    {
        var scope = outer ?? ImmutableDictionary<ParameterExpression, Variable>.Empty;
        var variables = lambda.Parameters.Select(parameter => new Variable(parameter.Name!, SortOf(parameter.Type))).ToImmutableArray();
        return (variables, scope.AddRange(lambda.Parameters.Zip(variables, KeyValuePair.Create)));
    }

    public static LambdaExpression Lambda(Expression expression) => expression switch
    {
        LambdaExpression lambda => lambda,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression lambda } => lambda,
        _ => throw Unknown(expression),
    };

    public static NotAFormulaException Unknown(Expression expression) =>
        new($"'{expression}' is no formula: use symbols of the vocabulary, All, Any, Implies, IsIn, Next, &&, ||, !, ==, != and ? :");

    private Formula ReadWord(MethodCallExpression call, ImmutableDictionary<ParameterExpression, Variable> scope)
    {
        switch (call.Method.Name)
        {
            case nameof(Logic.All) or nameof(Logic.Any):
                var lambda = Lambda(call.Arguments[0]);
                var (variables, inner) = Bind(lambda, scope);
                var kind = call.Method.Name == nameof(Logic.All) ? QuantifierKind.All : QuantifierKind.Some;
                return new Quantified(kind, variables, Read(lambda.Body, inner));
            case nameof(Logic.Implies):
                return new Implication(Read(call.Arguments[0], scope), Read(call.Arguments[1], scope));
            case nameof(Logic.Next):
                return Formulas.Prime(Read(call.Arguments[0], scope));
            case nameof(Logic.IsIn) when call.Arguments[1] is NewArrayExpression { Expressions: var members }:
                var value = Read(call.Arguments[0], scope);
                return Formulas.Or([.. members.Select(member => Equal(value, Read(member, scope)))]);
            default:
                throw Unknown(call);
        }
    }

    private Formula ReadBinary(BinaryExpression binary, ImmutableDictionary<ParameterExpression, Variable> scope)
    {
        // The compiler compares enumerations as numbers: the side that is a number takes the sort of the other.
        var (left, right) = (Unconverted(binary.Left), Unconverted(binary.Right));
        if (left.Type.IsEnum && right is ConstantExpression { Value: { } second } && !right.Type.IsEnum) right = Expression.Constant(Enum.ToObject(left.Type, second));
        if (right.Type.IsEnum && left is ConstantExpression { Value: { } first } && !left.Type.IsEnum) left = Expression.Constant(Enum.ToObject(right.Type, first));
        if (binary.Type != typeof(bool)) throw Unknown(binary);
        var (a, b) = (Read(left, scope), Read(right, scope));
        return binary.NodeType switch
        {
            ExpressionType.AndAlso or ExpressionType.And => Formulas.And(a, b),
            ExpressionType.OrElse or ExpressionType.Or => Formulas.Or(a, b),
            ExpressionType.Equal => Equal(a, b),
            ExpressionType.NotEqual or ExpressionType.ExclusiveOr => Formulas.Negate(Equal(a, b)),
            _ => throw Unknown(binary),
        };
    }

    private static Formula Equal(Formula a, Formula b) => (a, b) switch
    {
        (_, Literal { Sort.IsTruth: true } truth) => truth.Index == 1 ? a : Formulas.Negate(a),
        (Literal { Sort.IsTruth: true } truth, _) => truth.Index == 1 ? b : Formulas.Negate(b),
        _ when !ReferenceEquals(a.Sort, b.Sort) => throw new NotAFormulaException($"'{a}' is of sort {a.Sort}, '{b}' of sort {b.Sort}"),
        _ => new Equality(a, b),
    };

    private static Expression Unconverted(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : expression;

    private static Literal ReadValue(object value, Type type) => value switch
    {
        bool truth => truth ? Literal.True : Literal.False,
        Enum member when Enum.IsDefined(member.GetType(), member) => new Literal(Sort.Of(member.GetType()), Array.IndexOf(Enum.GetValues(member.GetType()), member)),
        Enum other => throw new NotAFormulaException($"{other} is no member of {type.Name}"),
        _ => throw new NotAFormulaException($"a {type.Name} is no value of a sort; an element is named by a Constant of the vocabulary"),
    };

    private Symbol Known(Symbol symbol) =>
        known.Contains(symbol) ? symbol : throw new NotAFormulaException("a symbol is not of the vocabulary: declare it there as a property");

    private static Sort SortOf(Type type)
    {
        try
        {
            return Sort.Of(type);
        }
        catch (ArgumentException problem)
        {
            throw new NotAFormulaException(problem.Message);
        }
    }

    // What an expression refers to outside of the formula: fields and properties of objects that were captured.
    private static object? Value(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Value(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is null ? null : Value(member.Expression)),
        _ => throw Unknown(expression),
    };
}
