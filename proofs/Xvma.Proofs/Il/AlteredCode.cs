using System.Reflection;
using System.Reflection.Emit;

namespace Xvma.Proofs.Il;

/// <summary>The production code with the body of one method replaced: a mutant, which can be translated and also run.</summary>
public sealed class AlteredCode(MethodInfo altered, IlBody body) : Code
{
    private readonly Dictionary<MethodInfo, MethodInfo> compiled = [];

    /// <summary>The method that is not what it was.</summary>
    public MethodInfo Altered => altered;

    /// <inheritdoc/>
    public override IlBody BodyOf(MethodInfo method) => method == altered ? body : base.BodyOf(method);

    /// <summary>The method itself, or a new one in its place if it is the altered one or calls it.</summary>
    public override MethodInfo Runnable(MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (compiled.TryGetValue(method, out var done))
            return done;
        return compiled[method] = Reaches(method) ? Compile(method) : method;
    }

    private bool Reaches(MethodInfo method) => method == altered
        || (method.DeclaringType?.Assembly == altered.DeclaringType?.Assembly
            && BodyOf(method).Instructions.Any(instruction => instruction.Operand is MethodInfo called && Reaches(called)));

    private DynamicMethod Compile(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var result = new DynamicMethod(
            $"{method.Name} (altered)", method.ReturnType, parameters, typeof(AlteredCode).Module, skipVisibility: true);
        var generator = result.GetILGenerator();
        var source = BodyOf(method);
        foreach (var local in source.Locals)
            generator.DeclareLocal(local);
        var labels = source.Instructions.Select(_ => generator.DefineLabel()).ToArray();
        for (var i = 0; i < labels.Length; i++)
        {
            generator.MarkLabel(labels[i]);
            Emit(generator, source.Instructions[i], labels);
        }

        return result;
    }

    private void Emit(ILGenerator generator, IlInstruction instruction, Label[] labels)
    {
        var code = instruction.Code;
        switch (instruction.Operand)
        {
            case null:
                generator.Emit(code);
                break;
            case int target:
                generator.Emit(code, labels[target]);
                break;
            case MethodInfo called:
                generator.Emit(code, Runnable(called));
                break;
            case long number when code.OperandType is OperandType.InlineI8:
                generator.Emit(code, number);
                break;
            case long number when code.OperandType is OperandType.InlineI:
                generator.Emit(code, (int)number);
                break;
            case long number when code.OperandType is OperandType.InlineVar:
                generator.Emit(code, (short)number);
                break;
            case long number:
                generator.Emit(code, unchecked((byte)number));
                break;
            default:
                throw new NotSupportedException($"{instruction} cannot be emitted");
        }
    }
}
