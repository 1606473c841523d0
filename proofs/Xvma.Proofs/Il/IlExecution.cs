using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Il;

/// <summary>
/// Runs a method's body on terms instead of numbers. A conditional branch runs both ways, and the result is one or the other.
/// </summary>
internal sealed class IlExecution(IlTranslator translator, IlBody body, Term[] arguments, Sort result)
{
    private readonly record struct State(int At, ImmutableStack<Term> Stack, ImmutableDictionary<int, Term> Locals);

    public Term Run() => Run(new State(0, [], ImmutableDictionary<int, Term>.Empty));

    private Term Run(State state)
    {
        while (true)
        {
            var instruction = body.Instructions[state.At];
            var operation = instruction.Code.Name!;
            if (operation == "ret")
                return Returned(state.Stack.Peek());
            if (instruction.Operand is not int target)
            {
                state = Step(state, instruction, operation);
                continue;
            }

            if (target <= state.At)
                throw new NotSupportedException($"a loop at {instruction}");
            var (condition, rest) = Condition(state.Stack, operation);
            var there = state with { At = target, Stack = rest };
            var here = there with { At = state.At + 1 };
            if (!ReferenceEquals(condition, Term.True))
                return Term.Choose(condition, Run(there), Run(here));
            state = there;
        }
    }

    private Term Returned(Term term) => result.IsBool ? Term.TruthOf(term) : term.Sort.IsBool ? Term.WordOf(term) : term;

    private State Step(State state, IlInstruction instruction, string operation)
    {
        var (stack, locals) = (state.Stack, state.Locals);
        switch (operation.Split('.'))
        {
            case ["nop"]:
                break;
            case ["ldarg", var index]:
                stack = stack.Push(OnStack(arguments[Index(instruction, index)]));
                break;
            case ["ldloc", var index]:
                stack = stack.Push(locals[Index(instruction, index)]);
                break;
            case ["stloc", var index]:
                stack = stack.Pop(out var stored);
                locals = locals.SetItem(Index(instruction, index), stored);
                break;
            case ["dup"]:
                stack = stack.Push(stack.Peek());
                break;
            case ["pop"]:
                stack = stack.Pop();
                break;
            case ["ldc", "i8"]:
                stack = stack.Push(Term.Word(Sort.Word64, unchecked((ulong)(long)instruction.Operand!)));
                break;
            case ["ldc", "i4", .. var which]:
                var number = which switch
                {
                    [] or ["s"] => (long)instruction.Operand!,
                    ["m1" or "M1"] => -1,
                    _ => long.Parse(which[0], CultureInfo.InvariantCulture),
                };
                stack = stack.Push(Term.Word(Sort.Word32, unchecked((ulong)number)));
                break;
            case ["call"]:
                stack = Call(stack, (MethodInfo)instruction.Operand!);
                break;
            case ["conv", var type]:
                stack = stack.Pop(out var converted).Push(Convert(converted, type, instruction));
                break;
            case ["not" or "neg"]:
                stack = stack.Pop(out var operand).Push(Term.Apply(operand.Sort, "bv" + operation, operand));
                break;
            case ["ceq" or "cgt" or "clt", ..]:
                stack = stack.Pop(out var right).Pop(out var left).Push(Term.WordOf(Comparison(operation[1..], left, right)));
                break;
            default:
                stack = stack.Pop(out right).Pop(out left).Push(Arithmetic(operation, left, right, instruction));
                break;
        }

        return new State(state.At + 1, stack, locals);
    }

    private ImmutableStack<Term> Call(ImmutableStack<Term> stack, MethodInfo method)
    {
        var parameters = method.GetParameters();
        var passed = new Term[parameters.Length];
        for (var i = passed.Length - 1; i >= 0; i--)
        {
            stack = stack.Pop(out var argument);
            passed[i] = Sort.Of(parameters[i].ParameterType).IsBool ? Term.TruthOf(argument) : argument;
        }

        return stack.Push(OnStack(translator.Call(method, passed)));
    }

    // The IL stack knows no truth values: they are the words 1 and 0.
    private static Term OnStack(Term term) => term.Sort.IsBool ? Term.WordOf(term) : term;

    private static int Index(IlInstruction instruction, string written) =>
        written == "s" ? (int)(long)instruction.Operand! : int.Parse(written, CultureInfo.InvariantCulture);

    private static Term Convert(Term term, string type, IlInstruction instruction) => type switch
    {
        "i8" => Term.Resize(term, Sort.Word64, Extension.Sign),
        "u8" => Term.Resize(term, Sort.Word64, Extension.Zero),
        "i4" or "u4" => Term.Resize(term, Sort.Word32, Extension.Zero),
        "u1" => Term.Resize(Term.Resize(term, new Sort(8), Extension.Zero), Sort.Word32, Extension.Zero),
        "u2" => Term.Resize(Term.Resize(term, new Sort(16), Extension.Zero), Sort.Word32, Extension.Zero),
        "i1" => Term.Resize(Term.Resize(term, new Sort(8), Extension.Zero), Sort.Word32, Extension.Sign),
        "i2" => Term.Resize(Term.Resize(term, new Sort(16), Extension.Zero), Sort.Word32, Extension.Sign),
        _ => throw new NotSupportedException($"{instruction} is more than straight-line arithmetic"),
    };

    private static Term Arithmetic(string operation, Term left, Term right, IlInstruction instruction) => operation switch
    {
        // Operands that the compiler found cheap to evaluate both: short-circuit logic without a branch.
        "and" or "or" or "xor" when left.Condition is { } first && right.Condition is { } second =>
            Term.WordOf(Term.Apply(Sort.Bool, operation, first, second)),
        "add" or "sub" or "mul" or "and" or "or" or "xor" => Term.Binary("bv" + operation, left, right),
        "shl" => Shifts.Shift("bvshl", left, right),
        "shr.un" => Shifts.Shift("bvlshr", left, right),
        "shr" => Shifts.Shift("bvashr", left, right),
        _ => throw new NotSupportedException($"{instruction} is more than straight-line arithmetic"),
    };

    // When a branch is taken, and the stack without what it looked at.
    private static (Term Condition, ImmutableStack<Term> Below) Condition(ImmutableStack<Term> stack, string operation)
    {
        var kind = operation.EndsWith(".s", StringComparison.Ordinal) ? operation[..^2] : operation;
        if (kind == "br")
            return (Term.True, stack);
        var rest = stack.Pop(out var right);
        if (kind is "brtrue" or "brfalse")
            return (kind == "brtrue" ? Term.TruthOf(right) : Term.Not(Term.TruthOf(right)), rest);
        rest = rest.Pop(out var left);
        return (Comparison(kind[1..], left, right), rest);
    }

    private static Term Comparison(string kind, Term left, Term right) => kind switch
    {
        "eq" => Term.Same(left, right),
        "ne.un" => Term.Not(Term.Same(left, right)),

        // How the compiler writes "is not 0" as a value.
        "gt.un" when right.Constant == 0 => Term.Not(Term.Same(left, right)),
        "lt" => Term.Compare("bvslt", left, right),
        "le" => Term.Compare("bvsle", left, right),
        "gt" => Term.Compare("bvsgt", left, right),
        "ge" => Term.Compare("bvsge", left, right),
        "lt.un" => Term.Compare("bvult", left, right),
        "le.un" => Term.Compare("bvule", left, right),
        "gt.un" => Term.Compare("bvugt", left, right),
        "ge.un" => Term.Compare("bvuge", left, right),
        _ => throw new NotSupportedException($"no comparison {kind}"),
    };
}
