using System.Linq.Expressions;
using System.Reflection;
using Xvma.Proofs.Il;
using Xvma.Proofs.Linq;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Tests;

/// <summary>The proofs are worth what the translation is: each translated method is run, in Z3 and in C#, on the same values.</summary>
public sealed class TranslationTests(ITestOutputHelper output)
{
    private const int Seed = 4_8_12;
    private static readonly ISolver Solver = Z3Solver.Find();

    private static readonly MethodInfo[] Methods =
        [.. new[] { typeof(AddressMath), typeof(PageCodes), typeof(MappingMath), typeof(Logic), typeof(InTreeDriver), typeof(Samples) }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.Name is not nameof(Samples.Loop) and not nameof(Samples.Divide))];

    public static TheoryData<string> EveryMethod => new(Methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void A_translated_method_gives_what_the_method_gives(string name)
    {
        output.WriteLine($"seed {Seed}");
        var method = Methods.Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name);
        var random = new Random(Seed);
        for (var i = 0; i < 12; i++)
        {
            var arguments = method.GetParameters().Select(parameter => Sample(parameter.ParameterType, random)).ToArray();
            var translator = new IlTranslator(Code.Production);
            var call = translator.Call(method, [.. arguments.Select(Literal)]);
            var result = Term.Named(call.Sort, "result");
            var answer = Solver.Ask(
                new SmtQuery([name], translator.Definitions, [KeyValuePair.Create("result", call.Sort)], Term.Same(result, call)), TimeSpan.FromSeconds(60));
            Assert.Equal(SolverAnswerKind.Satisfiable, answer.Kind);
            Assert.Equal(Bits(method.Invoke(null, arguments)!), answer.Values["result"]);
        }
    }

    [Fact]
    public void What_is_more_than_straight_line_arithmetic_is_refused()
    {
        Refuses(() => Samples.Loop(3), "a loop");
        Refuses(() => Samples.Divide(3, 2), "more than straight-line arithmetic");
        Assert.ThrowsAny<Exception>(() => new FormulaTranslator(new IlTranslator(Code.Production)).Translate(((Expression<Func<ulong[], bool>>)(a => a.Length == 0)).Body));
    }

    [Fact]
    public void An_altered_method_runs_altered_also_where_others_call_it()
    {
        var roundDown = typeof(AddressMath).GetMethod(nameof(AddressMath.RoundDown))!;
        var code = IlAlterations.Of(roundDown, "not", "neg").ToCode();
        Expression<Func<ulong, int, bool>> formula = (address, shift) => AddressMath.RoundUp(address, shift) == 0x2000;
        var values = new Dictionary<string, ulong> { ["address"] = 0x1002, ["shift"] = 12 };
        Assert.True(FormulaRunner.Run(formula, Code.Production, values));
        Assert.False(FormulaRunner.Run(formula, code, values));
    }

    private static void Refuses(Expression<Func<ulong>> call, string reason)
    {
        var method = ((MethodCallExpression)call.Body).Method;
        var arguments = method.GetParameters().Select(parameter => Term.Named(Sort.Of(parameter.ParameterType), parameter.Name!)).ToArray();
        var refusal = Assert.Throws<NotSupportedException>(() => new IlTranslator(Code.Production).Call(method, arguments));
        Assert.Contains(reason, refusal.Message);
    }

    private static object Sample(Type type, Random random)
    {
        if (type == typeof(bool))
            return random.Next(2) == 1;
        if (type == typeof(int))
            return random.Next(4) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(0, 64);
        ulong[] edges = [0, 1, 1UL << 63, ulong.MaxValue, ulong.MaxValue - 1, 0x0C0D_0E0F_1012_1314];
        return random.Next(3) == 0 ? edges[random.Next(edges.Length)] : (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
    }

    private static Term Literal(object value) => value switch
    {
        bool truth => truth ? Term.True : Term.False,
        int number => Term.Word(Sort.Word32, unchecked((ulong)number)),
        _ => Term.Word(Sort.Word64, (ulong)value),
    };

    private static ulong Bits(object value) => value switch
    {
        bool truth => truth ? 1UL : 0,
        ulong word => word,
        _ => unchecked((uint)Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
