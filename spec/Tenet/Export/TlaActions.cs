using Tenet.Printing;

namespace Tenet.Export;

/// <summary>Actions and the initial state in TLA+.</summary>
internal sealed class TlaActions(Theory theory, TlaNames names, TlaNotation notation, FormulaPrinter printer)
{
    private const int Width = TlaModule.Width;

    /// <summary>An action at its parameters: <c>Join(t, g)</c>.</summary>
    public string Call(ActionRule action)
    {
        var scope = Scope(action.Parameters);
        return action.Parameters.IsEmpty ? names[action] : $"{names[action]}({string.Join(", ", action.Parameters.Select(parameter => scope[parameter]))})";
    }

    /// <summary>The body of an action's operator: guard, refusals negated, the cells that change, the variables that do not.</summary>
    public IEnumerable<string> Operator(ActionRule action)
    {
        var scope = Scope(action.Parameters);
        var guard = action.Guard is Junction { Kind: JunctionKind.And } and ? [.. and.Operands] : action.Guard is Literal ? [] : new List<Formula> { action.Guard };
        foreach (var line in guard.SelectMany(conjunct => Conjunct(conjunct, scope))) yield return line;
        foreach (var refusal in action.Refusals)
        {
            var lines = Conjunct(Formulas.Negate(refusal.When), scope).ToList();
            var comment = $"  \\* else {refusal.Error.Name}";
            if (lines[^1].Length + comment.Length <= Width) lines[^1] += comment;
            else lines.Insert(0, $"    {comment.TrimStart()}:");
            foreach (var line in lines) yield return line;
        }

        foreach (var line in action.Updates.SelectMany(update => FormulaPrinter.Hang("    /\\ ", Change(update, scope)))) yield return line;
        var changed = action.Updates.Select(update => update.Symbol).ToHashSet();
        var same = theory.Symbols.Where(symbol => !symbol.IsRigid && !changed.Contains(symbol)).Select(symbol => names[symbol]).ToList();
        if (same.Count == 1) yield return $"    /\\ UNCHANGED {same[0]}";
        if (same.Count <= 1) yield break;
        foreach (var line in FormulaPrinter.Hang("    /\\ ", TlaLines.Fill("UNCHANGED <<", same, ">>", Width - 7))) yield return line;
    }

    /// <summary>What a variable is at first.</summary>
    public IEnumerable<string> Initially(Symbol symbol)
    {
        var elements = symbol.Arguments.Select(Element).ToList();
        var update = theory.Initial.FirstOrDefault(update => update.Symbol == symbol);
        if (update is null)
            return [symbol.Result.IsEnumeration ? $"{names[symbol]} = {Function(elements, Scope(elements), [Default(symbol)])[0]}" : $"{names[symbol]} \\in {notation.FunctionSet(symbol)}"];
        var (variables, value) = Cells(update, elements, null);
        var scope = Scope(variables);
        return FormulaPrinter.Hang($"{names[symbol]} = ", Function(variables, scope, printer.Lines(value, scope, Width - 20)));
    }

    private IEnumerable<string> Conjunct(Formula conjunct, VariableNames scope) =>
        FormulaPrinter.Hang("    /\\ ", printer.Lines(conjunct, scope, Width - 7));

    private IEnumerable<string> Change(Update update, VariableNames outer)
    {
        var name = names[update.Symbol];
        if (update.Each.IsEmpty)
        {
            var indexes = string.Join(", ", update.Indexes.Select(index => printer.Inline(index, outer)));
            var open = $"{name}' = [{name} EXCEPT ![{indexes}] = ";
            var inline = printer.Inline(update.Value, outer);
            return open.Length + inline.Length + 8 <= Width
                ? [$"{open}{inline}]"]
                : [open.TrimEnd(), .. TlaLines.Enclosed("    ", printer.Lines(update.Value, outer, Width - 12), "]")];
        }

        var elements = update.Symbol.Arguments.Select(Element).ToList();
        var (variables, value) = Cells(update, elements, update.Symbol);
        var scope = outer.With(variables, notation);
        var inlineFunction = Function(variables, scope, [printer.Inline(value, scope)]);
        return inlineFunction.Count == 1
            ? [$"{name}' = {inlineFunction[0]}"]
            : [$"{name}' =", .. FormulaPrinter.Hang("    ", Function(variables, scope, printer.Lines(value, scope, Width - 16)))];
    }

    // All cells of a symbol at once: those that the update names get its value, the others keep theirs, or at first have what all begin with.
    private static (List<Variable> Variables, Formula Value) Cells(Update update, List<Variable> elements, Symbol? old)
    {
        var variables = new List<Variable>();
        var conditions = new List<Formula>();
        for (var index = 0; index < elements.Count; index++)
        {
            if (update.Indexes[index] is Variable each && update.Each.Contains(each))
            {
                variables.Add(each);
                continue;
            }

            variables.Add(elements[index]);
            conditions.Add(new Equality(elements[index], update.Indexes[index]));
        }

        if (conditions.Count == 0) return (variables, update.Value);
        Formula otherwise = old is not null ? new Application(old, [.. variables]) : new Literal(update.Symbol.Result, 0);
        return (variables, new Conditional(Formulas.And([.. conditions]), update.Value, otherwise));
    }

    private List<string> Function(List<Variable> variables, VariableNames scope, IReadOnlyList<string> value)
    {
        var open = $"[{notation.Bounds(variables, scope)} |->";
        return value.Count == 1 && open.Length + value[0].Length + 26 <= Width
            ? [$"{open} {value[0]}]"]
            : [open, .. TlaLines.Enclosed("    ", value, "]")];
    }

    private VariableNames Scope(IEnumerable<Variable> variables) => VariableNames.Beside(names.All).With(variables, notation);

    private string Default(Symbol symbol) => notation.Literal(new Literal(symbol.Result, 0));

    private static Variable Element(Sort sort) => new(char.ToLowerInvariant(sort.Name[0]).ToString(), sort);
}
