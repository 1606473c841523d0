using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Reads Z3's models of uninterpreted sorts: universes that are listed, functions that are defined over them.</summary>
internal sealed class ModelReader
{
    private readonly Dictionary<string, (ImmutableArray<string> Parameters, SExpression Body)> functions = [];
    private readonly Dictionary<string, List<string>> universes = [];

    private ModelReader(string text)
    {
        foreach (var entry in SExpression.Read(text).SelectMany(list => list.Items))
        {
            if (entry.Begins("declare-fun"))
            {
                if (!universes.TryGetValue(entry[3].Word!, out var universe)) universes[entry[3].Word!] = universe = [];
                universe.Add(entry[1].Word!);
            }
            else if (entry.Begins("define-fun"))
            {
                functions[entry[1].Word!] = ([.. entry[2].Items.Select(parameter => parameter[0].Word!)], entry[4]);
            }
        }
    }

    /// <summary>The structure that a model describes, and the elements that these variables name in it.</summary>
    public static Structure Read(string text, Theory theory, SmtNames names, IEnumerable<Variable> variables)
    {
        var reader = new ModelReader(text);
        var sizes = theory.Sorts.ToDictionary(sort => sort, sort => sort.IsEnumeration ? sort.Members.Length : Math.Max(1, reader.Universe(names.Of(sort)).Count));
        var structure = new Structure(sizes);
        foreach (var symbol in theory.Symbols)
        {
            foreach (var tuple in structure.Tuples(symbol.Arguments))
            {
                var value = reader.Apply(names.Of(symbol), [.. tuple.Zip(symbol.Arguments, (element, sort) => reader.NameOf(names, sort, element))]);
                structure.Set(symbol, tuple, reader.ElementOf(names, symbol.Result, value));
            }
        }

        foreach (var variable in variables)
            structure.Name(variable, reader.ElementOf(names, variable.Sort, reader.Apply(names.Of(variable), [])));
        return structure;
    }

    private List<string> Universe(string sort) => universes.TryGetValue(sort, out var universe) ? universe : [];

    private string NameOf(SmtNames names, Sort sort, int element)
    {
        if (sort.IsEnumeration) return names.Of(sort, element);
        var universe = Universe(names.Of(sort));
        return universe.Count == 0 ? "?" : universe[element];
    }

    private int ElementOf(SmtNames names, Sort sort, string value)
    {
        if (!sort.IsEnumeration) return Math.Max(0, Universe(names.Of(sort)).IndexOf(value));
        for (var member = 0; member < sort.Members.Length; member++)
        {
            if (names.Of(sort, member) == value) return member;
        }

        return 0;
    }

    // What a model does not define it does not depend on: anything will do, and the reader of the structure checks that it did.
    private string Apply(string function, ImmutableArray<string> arguments)
    {
        if (!functions.TryGetValue(function, out var defined)) return arguments.IsEmpty ? function : "?";
        return Value(defined.Body, defined.Parameters.Zip(arguments, KeyValuePair.Create).ToImmutableDictionary());
    }

    private string Value(SExpression expression, ImmutableDictionary<string, string> scope)
    {
        if (expression.Word is { } word) return scope.TryGetValue(word, out var bound) ? bound : Apply(word, []);
        string Of(int index) => Value(expression[index], scope);
        bool Holds(SExpression part) => Value(part, scope) == "true";
        var rest = expression.Items.Skip(1);
        switch (expression[0].Word)
        {
            case "ite":
                return Holds(expression[1]) ? Of(2) : Of(3);
            case "and":
                return Truth(rest.All(Holds));
            case "or":
                return Truth(rest.Any(Holds));
            case "not":
                return Truth(!Holds(expression[1]));
            case "=>":
                return Truth(!Holds(expression[1]) || Holds(expression[2]));
            case "=":
                return Truth(Of(1) == Of(2));
            case "let":
                var inner = scope.SetItems(expression[1].Items.Select(binding => KeyValuePair.Create(binding[0].Word!, Value(binding[1], scope))));
                return Value(expression[2], inner);
            case { } function when functions.ContainsKey(function):
                return Apply(function, [.. rest.Select(part => Value(part, scope))]);
            default:
                // (_ is A): whether a value is this member.
                if (expression[0].Begins("_") && expression[0][1].Is("is")) return Truth(Of(1) == MemberName(expression[0][2]));
                throw new FormatException($"a model says '{expression[0].Word}', which is not known");
        }
    }

    private static string MemberName(SExpression tester) => tester.Word ?? tester[0].Word!;

    private static string Truth(bool value) => value ? "true" : "false";
}
