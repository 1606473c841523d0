using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace Xvma.Proofs.Il;

/// <summary>
/// The small mistakes that can be made in straight-line arithmetic: one comparison, operator, negation or constant that is not what it
/// should be.
/// </summary>
public static class IlAlterations
{
    private static readonly Dictionary<string, OpCode> CodesByName = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Name!);

    // Each a boundary missed by one, a choice turned round, or an operator mistaken for its neighbour.
    private static readonly (string Before, string After)[] Mistakes =
    [
        ("blt", "ble"), ("ble", "blt"), ("bgt", "bge"), ("bge", "bgt"), ("blt.un", "ble.un"), ("ble.un", "blt.un"), ("bgt.un", "bge.un"),
        ("bge.un", "bgt.un"), ("blt.un", "bgt.un"), ("bgt.un", "blt.un"), ("brtrue", "brfalse"), ("brfalse", "brtrue"),
        ("beq", "bne.un"), ("bne.un", "beq"), ("ceq", "cgt.un"), ("cgt.un", "clt.un"), ("clt.un", "cgt.un"), ("cgt", "clt"), ("clt", "cgt"),
        ("add", "sub"), ("sub", "add"), ("mul", "add"), ("and", "or"), ("or", "and"), ("xor", "or"), ("not", "neg"), ("neg", "not"),
        ("shl", "shr.un"), ("shr.un", "shl"),
    ];

    /// <summary>All of them for one method, one at a time.</summary>
    public static IEnumerable<IlAlteration> Of(MethodInfo method)
    {
        var instructions = IlReader.Read(method).Instructions;
        for (var index = 0; index < instructions.Count; index++)
        {
            foreach (var after in Neighbours(instructions[index]))
                yield return new IlAlteration(method, index, instructions[index], after);
        }
    }

    /// <summary>One of them: an occurrence of an instruction, counted from 0, becomes another.</summary>
    /// <exception cref="ArgumentException">The method has no such instruction (any more).</exception>
    public static IlAlteration Of(MethodInfo method, string before, string after, int occurrence = 0) =>
        Of(method).Where(one => Plain(one.Before) == before && Plain(one.After) == after).ElementAtOrDefault(occurrence)
        ?? throw new ArgumentException($"{method.Name} has no {before} number {occurrence} that could be {after}", nameof(before));

    private static IEnumerable<IlInstruction> Neighbours(IlInstruction instruction)
    {
        var name = instruction.Code.Name!;
        if (TryConstant(instruction, out var constant))
        {
            var code = name == "ldc.i8" ? OpCodes.Ldc_I8 : OpCodes.Ldc_I4;
            yield return instruction with { Code = code, Operand = constant + 1 };
            yield return instruction with { Code = code, Operand = constant - 1 };
            yield break;
        }

        var suffix = name.EndsWith(".s", StringComparison.Ordinal) ? ".s" : "";
        foreach (var (before, after) in Mistakes)
        {
            if (name == before + suffix)
                yield return instruction with { Code = CodesByName[after + suffix] };
        }
    }

    private static bool TryConstant(IlInstruction instruction, out long constant)
    {
        constant = 0;
        switch (instruction.Code.Name!.Split('.'))
        {
            case ["ldc", "i4" or "i8"] or ["ldc", "i4", "s"]:
                constant = (long)instruction.Operand!;
                return true;
            case ["ldc", "i4", var digit]:
                constant = digit is "m1" or "M1" ? -1 : long.Parse(digit, CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }

    // Without the form's length; a constant by its value.
    private static string Plain(IlInstruction instruction)
    {
        if (TryConstant(instruction, out var constant))
            return constant.ToString(CultureInfo.InvariantCulture);
        var name = instruction.Code.Name!;
        return name.EndsWith(".s", StringComparison.Ordinal) ? name[..^2] : name;
    }
}
