using System.Reflection;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Il;

/// <summary>Translates methods to SMT-LIB functions of the same parameters, each called method to a function of its own.</summary>
public sealed class IlTranslator(Code code)
{
    private readonly Dictionary<MethodInfo, string> names = [];
    private readonly List<string> definitions = [];

    /// <summary>The functions translated so far, each after those it applies.</summary>
    public IReadOnlyList<string> Definitions => definitions;

    /// <summary>A call of a method.</summary>
    /// <exception cref="NotSupportedException">The method, or one it calls, is more than straight-line arithmetic.</exception>
    public Term Call(MethodInfo method, ReadOnlySpan<Term> arguments)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (!names.TryGetValue(method, out var name))
            name = Define(method);
        return Term.Apply(Sort.Of(method.ReturnType), name, arguments);
    }

    private string Define(MethodInfo method)
    {
        if (!method.IsStatic || method.ContainsGenericParameters)
            throw new NotSupportedException($"{method} is not a static method of plain words");
        var name = $"{method.DeclaringType!.Name}.{method.Name}";
        if (names.ContainsValue(name))
            throw new NotSupportedException($"{name} has several overloads");
        var parameters = method.GetParameters();
        var arguments = parameters.Select(parameter => Term.Named(Sort.Of(parameter.ParameterType), parameter.Name!)).ToArray();
        var result = new IlExecution(this, code.BodyOf(method), arguments, Sort.Of(method.ReturnType)).Run();

        // Only now, so that a method that calls itself is found out instead of applied: it would be defined in terms of itself.
        names.Add(method, name);
        definitions.Add(
            $"(define-fun {name} ({string.Join(' ', arguments.Select(argument => $"({argument.Text} {argument.Sort})"))}) {result.Sort} {result.Text})");
        return name;
    }
}
