namespace Tenet.Tests;

/// <summary>Formulas of the library's words by chance, names clashing on purpose.</summary>
internal sealed class RandomFormulas(int seed)
{
    private static readonly LibraryWords W = LendingLibrary.Words;
    private readonly Random chance = new(seed);

    public List<Variable> Free { get; } = [new("r", Sort.Of(typeof(Reader))), new("b", Sort.Of(typeof(Book)))];

    public Formula Formula(int depth) => Formula(depth, Free);

    private Formula Formula(int depth, List<Variable> scope)
    {
        Formula Part() => Formula(depth - 1, scope);
        if (depth == 0) return Atom(scope);
        switch (chance.Next(8))
        {
            case 0:
                return Formulas.Negate(Part());
            case 1:
                return Formulas.And(Part(), Part(), Part());
            case 2:
                return Formulas.Or(Part(), Part());
            case 3:
                return new Implication(Part(), Part());
            case 4:
                return new Equality(Part(), Part());
            case 5:
                return new Conditional(Part(), Part(), Part());
            case 6:
                var variables = scope.Take(chance.Next(2) + 1).Select(variable => new Variable(variable.Name, variable.Sort)).ToList();
                return new Quantified(chance.Next(2) == 0 ? QuantifierKind.All : QuantifierKind.Some, [.. variables], Formula(depth - 1, [.. variables, .. scope]));
            default:
                return Atom(scope);
        }
    }

    private Formula Atom(List<Variable> scope)
    {
        Formula Of<T>() => scope.Where(variable => variable.Sort.Type == typeof(T)).ElementAt(chance.Next(scope.Count(variable => variable.Sort.Type == typeof(T))));
        return chance.Next(5) switch
        {
            0 => new Application(W.Member, [Of<Reader>()], chance.Next(2) == 0),
            1 => new Application(W.Wants, [Of<Reader>(), Of<Book>()]),
            2 => new Equality(new Application(W.Holder, [Of<Book>()]), Of<Reader>()),
            3 => new Equality(new Application(W.Place, [Of<Book>()]), new Literal(Sort.Of(typeof(Place)), chance.Next(3))),
            _ => new Application(W.Has, [new Application(W.Holder, [Of<Book>()]), Of<Book>()]),
        };
    }
}
