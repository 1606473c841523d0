using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Xvma.Proofs.Il;

/// <summary>Reads the IL of a method out of the assembly that runs.</summary>
public static class IlReader
{
    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value));

    /// <summary>The body of a method.</summary>
    /// <exception cref="NotSupportedException">The method has none.</exception>
    public static IlBody Read(MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var body = method.GetMethodBody() ?? throw new NotSupportedException($"{method.DeclaringType?.Name}.{method.Name} has no IL");
        var bytes = body.GetILAsByteArray()!;
        var instructions = new List<IlInstruction>();
        var branches = new List<int>();
        for (var at = 0; at < bytes.Length;)
        {
            var offset = at;
            var value = (ushort)bytes[at++];
            if (value == 0xFE)
                value = (ushort)(0xFE00 | bytes[at++]);
            var code = Codes[value];
            var (operand, size) = ReadOperand(code, bytes.AsSpan(at), method.Module);
            at += size;
            if (code.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget)
            {
                branches.Add(instructions.Count);
                operand = at + (int)(long)operand!;
            }

            instructions.Add(new IlInstruction(offset, code, operand));
        }

        // A branch is kept by the instruction it goes to, so that it stays right when an instruction is changed.
        var indices = instructions.Select((instruction, index) => (instruction.Offset, index)).ToDictionary(pair => pair.Offset, pair => pair.index);
        foreach (var branch in branches)
            instructions[branch] = instructions[branch] with { Operand = indices[(int)instructions[branch].Operand!] };
        return new IlBody(instructions, [.. body.LocalVariables.Select(local => local.LocalType)]);
    }

    private static (object? Operand, int Size) ReadOperand(OpCode code, ReadOnlySpan<byte> bytes, Module module) => code.OperandType switch
    {
        OperandType.InlineNone => (null, 0),
        OperandType.ShortInlineI or OperandType.ShortInlineBrTarget => ((long)(sbyte)bytes[0], 1),
        OperandType.ShortInlineVar => ((long)bytes[0], 1),
        OperandType.InlineVar => ((long)BinaryPrimitives.ReadUInt16LittleEndian(bytes), 2),
        OperandType.InlineI or OperandType.InlineBrTarget => ((long)BinaryPrimitives.ReadInt32LittleEndian(bytes), 4),
        OperandType.InlineI8 => (BinaryPrimitives.ReadInt64LittleEndian(bytes), 8),
        OperandType.InlineMethod => (module.ResolveMethod(BinaryPrimitives.ReadInt32LittleEndian(bytes)), 4),
        _ => throw new NotSupportedException($"{code} is more than straight-line arithmetic"),
    };
}
