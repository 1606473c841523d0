using System.Reflection.Emit;

namespace Xvma.Proofs.Il;

/// <summary>One instruction of a method's body.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">
/// A number (<see cref="long"/>), the index of the instruction a branch goes to (<see cref="int"/>), a method, or null.
/// </param>
public sealed record IlInstruction(int Offset, OpCode Code, object? Operand)
{
    /// <summary>As a disassembler writes it.</summary>
    public override string ToString() => Operand switch
    {
        null => $"IL_{Offset:x4} {Code}",
        System.Reflection.MethodBase method => $"IL_{Offset:x4} {Code} {method.DeclaringType?.Name}.{method.Name}",
        int target => $"IL_{Offset:x4} {Code} → instruction {target}",
        _ => $"IL_{Offset:x4} {Code} {Operand}",
    };
}
