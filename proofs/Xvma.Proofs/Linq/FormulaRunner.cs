using System.Globalization;
using System.Linq.Expressions;
using Xvma.Proofs.Il;

namespace Xvma.Proofs.Linq;

/// <summary>Runs a C# expression on values, with the methods it calls taken from some code: the production code or a mutant.</summary>
public static class FormulaRunner
{
    /// <summary>Whether the formula is true of these values of its parameters.</summary>
    public static bool Run(LambdaExpression formula, Code code, IReadOnlyDictionary<string, ulong> values)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(values);
        var arguments = formula.Parameters.Select(parameter => ValueOf(values[parameter.Name!], parameter.Type)).ToArray();
        var rewritten = (LambdaExpression)new Redirect(code).Visit(formula);
        return (bool)rewritten.Compile().DynamicInvoke(arguments)!;
    }

    private static object ValueOf(ulong value, Type type)
    {
        if (type == typeof(bool))
            return value != 0;
        if (type == typeof(int))
            return unchecked((int)value);
        return type.IsEnum ? Enum.ToObject(type, value) : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    private sealed class Redirect(Code code) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var call = (MethodCallExpression)base.VisitMethodCall(node);
            var method = code.Runnable(call.Method);
            if (method == call.Method)
                return call;
            var type = Expression.GetDelegateType([.. call.Arguments.Select(argument => argument.Type), call.Type]);
            return Expression.Invoke(Expression.Constant(method.CreateDelegate(type)), call.Arguments);
        }
    }
}
