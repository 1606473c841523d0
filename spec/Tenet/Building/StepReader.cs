using System.Collections.Immutable;
using System.Linq.Expressions;

namespace Tenet.Building;

/// <summary>Reads the expression of an action: guard, refusals, changes.</summary>
internal sealed class StepReader(ExpressionReader formulas, bool isInitial)
{
    private readonly List<Formula> guards = [];
    private readonly List<Refusal> refusals = [];
    private readonly List<Update> updates = [];

    public Formula Guard => Formulas.And([.. guards]);

    public ImmutableArray<Refusal> Refusals => [.. refusals];

    public ImmutableArray<Update> Updates => [.. updates];

    public void Read(Expression expression, ImmutableDictionary<ParameterExpression, Variable> scope, ImmutableArray<Variable> each)
    {
        if (expression is not MethodCallExpression call || (call.Method.DeclaringType != typeof(Logic) && call.Method.DeclaringType != typeof(Step)))
            throw new NotAFormulaException($"'{expression}' is no step: chain When, Refuse, Set and ForEach");
        if (call.Object is { } before) Read(before, scope, each);
        Formula Argument(int index) => formulas.Read(call.Arguments[index], scope);
        switch (call.Method.Name)
        {
            case nameof(Step.When) or nameof(Step.Refuse) when isInitial:
                throw new NotAFormulaException($"{call.Method.Name} cannot stand in Initially: it says what is so at first, without conditions");
            case nameof(Step.When) when each.IsEmpty:
                guards.Add(Argument(0));
                break;
            case nameof(Step.Refuse) when each.IsEmpty:
                refusals.Add(new(Argument(0) as Literal ?? throw new NotAFormulaException($"'{Argument(0)}' is no error: name a member of the enumeration"), Argument(1)));
                break;
            case nameof(Step.Set):
                updates.Add(Change(Argument(0), Argument(1), each));
                break;
            case nameof(Step.ForEach):
                var lambda = ExpressionReader.Lambda(call.Arguments[0]);
                var (variables, inner) = ExpressionReader.Bind(lambda, scope);
                Read(lambda.Body, inner, each.AddRange(variables));
                break;
            default:
                throw new NotAFormulaException($"{call.Method.Name} cannot stand inside ForEach");
        }
    }

    private static Update Change(Formula cell, Formula value, ImmutableArray<Variable> each)
    {
        if (cell is not Application { IsPrimed: false, Symbol: { Definition: null, IsRigid: false } } target)
            throw new NotAFormulaException($"'{cell}' cannot be set: it is no part of the state");
        if (!ReferenceEquals(cell.Sort, value.Sort)) throw new NotAFormulaException($"'{cell}' is of sort {cell.Sort}, '{value}' of sort {value.Sort}");

        var used = target.Arguments.OfType<Variable>().Where(each.Contains).ToList();
        if (used.Count != used.Distinct().Count() || target.Arguments.Any(argument => argument is not Variable && Formulas.Parts(argument).Any(part => part is Variable inside && each.Contains(inside))))
            throw new NotAFormulaException($"'{cell}': each variable of ForEach names at most one argument, and by itself");
        var missing = each.FirstOrDefault(variable => !used.Contains(variable));
        if (missing is not null) throw new NotAFormulaException($"'{cell}' is set once for every {missing.Name}: which of the values is meant?");
        return new(target.Symbol, each, target.Arguments, value);
    }
}
