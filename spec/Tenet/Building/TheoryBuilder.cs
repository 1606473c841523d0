using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace Tenet.Building;

/// <summary>Reads a vocabulary and rules by reflection, and collects everything that is wrong with them.</summary>
internal sealed class TheoryBuilder(string name, Vocabulary vocabulary)
{
    private readonly List<string> problems = [];
    private readonly HashSet<Symbol> known = [];
    private readonly List<Update> initial = [];
    private readonly List<ActionRule> actions = [];
    private readonly List<Property> properties = [];

    public Theory Build(ReadOnlySpan<Rules> chapters)
    {
        var (symbols, definitions) = ReadVocabulary();
        foreach (var chapter in chapters) ReadRules(chapter);
        problems.AddRange(Consistency.Problems(actions, properties, initial));
        if (problems.Count > 0) throw new TheoryException([.. problems]);
        var theory = new Theory(name, symbols, definitions, [.. initial], [.. actions], [.. properties]);
        if (!vocabulary.GetType().IsDefined(typeof(BeyondDecidableAttribute)) && DecidableFragment.Problem(theory) is { } problem) throw new TheoryException([problem]);
        return theory;
    }

    private (ImmutableArray<Symbol> Symbols, ImmutableArray<Symbol> Definitions) ReadVocabulary()
    {
        var symbols = new List<Symbol>();
        foreach (var property in Declared(vocabulary.GetType()).Where(property => typeof(Symbol).IsAssignableFrom(property.PropertyType)))
        {
            if (property.GetValue(vocabulary) is not Symbol symbol) continue;
            if (!known.Add(symbol))
            {
                problems.Add($"{property.Name}: the symbol is called {symbol.Name} already");
                continue;
            }

            symbol.Name = Words.ToCamelCase(property.Name);
            symbol.Meaning = property.GetCustomAttribute<MeansAttribute>()?.Text ?? "";
            if (symbols.Exists(other => other.Name == symbol.Name)) problems.Add($"{property.Name}: another symbol is called {symbol.Name}");
            symbol.Index = symbols.Count;
            symbols.Add(symbol);
        }

        foreach (var symbol in symbols)
        {
            if (symbol is IDefined defined) Try(symbol.Name, () => symbol.Definition = Define(defined.Body));
        }

        problems.AddRange(Definitions.Problems(symbols));
        return ([.. symbols.Where(symbol => symbol is not IDefined)], [.. symbols.Where(symbol => symbol is IDefined)]);
    }

    private Definition Define(LambdaExpression body)
    {
        var (parameters, scope) = ExpressionReader.Bind(body);
        return new(parameters, new ExpressionReader(known).Read(body.Body, scope));
    }

    private void ReadRules(Rules chapter)
    {
        foreach (var property in Declared(chapter.GetType()).Where(property => property.PropertyType == typeof(Draft)))
        {
            if (property.GetValue(chapter) is not Draft draft) continue;
            var words = Words.OfName(property.Name);
            Try(words, () => Read(property, words, draft));
        }
    }

    private void Read(PropertyInfo property, string words, Draft draft)
    {
        var clauses = property.GetCustomAttribute<ClauseAttribute>()?.Ids.ToImmutableArray() ?? [];
        if (clauses.IsEmpty && draft.Kind != DraftKind.Initial) problems.Add($"{words}: no clause; mark it [Clause(\"ABC-1\")]");
        if (clauses.Distinct().Count() < clauses.Length) problems.Add($"{words}: a clause is named twice");
        if (clauses.IsEmpty) clauses = ["?"];
        var isFair = property.GetCustomAttribute<FairAttribute>() is not null;
        if (isFair && draft.Kind != DraftKind.Action) problems.Add($"{words}: only an action can be fair");
        var isSupporting = property.GetCustomAttribute<SupportingAttribute>() is not null;
        if (isSupporting && draft.Kind != DraftKind.Invariant) problems.Add($"{words}: only what always holds can be supporting");
        var meaning = property.GetCustomAttribute<MeansAttribute>()?.Text ?? "";
        var reader = new ExpressionReader(known);
        var (parameters, scope) = ExpressionReader.Bind(draft.Formula);
        if (draft.Kind is DraftKind.Action or DraftKind.Initial)
        {
            var step = new StepReader(reader, isInitial: draft.Kind == DraftKind.Initial);
            step.Read(draft.Formula.Body, scope, draft.Kind == DraftKind.Initial ? parameters : []);
            if (draft.Kind == DraftKind.Initial)
            {
                initial.AddRange(step.Updates);
                return;
            }

            actions.Add(new(words, clauses, meaning, parameters, step.Guard, step.Refusals, step.Updates, isFair));
            return;
        }

        var body = reader.Read(draft.Formula.Body, scope);
        Formula? response = null;
        if (draft.Response is { } leadsTo)
        {
            // The response speaks of the same elements, by its own names for them.
            var same = leadsTo.Parameters.Zip(parameters, KeyValuePair.Create).ToImmutableDictionary();
            response = reader.Read(leadsTo.Body, same);
        }

        properties.Add(new(words, clauses, meaning, parameters, KindOf(draft.Kind, isSupporting), body, response));
    }

    private void Try(string where, Action read)
    {
        try
        {
            read();
        }
        catch (NotAFormulaException problem)
        {
            problems.Add($"{where}: {problem.Message}");
        }
    }

    private static PropertyKind KindOf(DraftKind kind, bool isSupporting) => kind switch
    {
        DraftKind.Axiom => PropertyKind.Axiom,
        DraftKind.Invariant => isSupporting ? PropertyKind.Supporting : PropertyKind.Safety,
        DraftKind.Transition => PropertyKind.Transition,
        DraftKind.Sometimes => PropertyKind.Sometimes,
        _ => PropertyKind.Response,
    };

    private static IEnumerable<PropertyInfo> Declared(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .OrderBy(property => property.MetadataToken);
}
