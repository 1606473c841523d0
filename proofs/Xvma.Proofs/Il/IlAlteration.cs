using System.Reflection;

namespace Xvma.Proofs.Il;

/// <summary>One instruction of a method replaced by another.</summary>
/// <param name="Method">The method.</param>
/// <param name="Index">Which of its instructions.</param>
/// <param name="Before">What it is.</param>
/// <param name="After">What it becomes.</param>
public sealed record IlAlteration(MethodInfo Method, int Index, IlInstruction Before, IlInstruction After)
{
    /// <summary>The production code with the instruction replaced.</summary>
    public AlteredCode ToCode()
    {
        var body = IlReader.Read(Method);
        return new AlteredCode(Method, body with { Instructions = [.. body.Instructions.Select((old, index) => index == Index ? After : old)] });
    }

    /// <summary>Method, and what became what.</summary>
    public override string ToString() => $"{Method.DeclaringType?.Name}.{Method.Name}: {Before} becomes {After.Code}{Number}";

    private string Number => After.Operand is long number ? $" {number}" : "";
}
