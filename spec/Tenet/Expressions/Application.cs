using System.Collections.Immutable;

namespace Tenet;

/// <summary>A symbol at its arguments: before the step, or after it when primed.</summary>
public sealed class Application(Symbol symbol, ImmutableArray<Formula> arguments, bool isPrimed = false) : Formula(symbol.Result)
{
    /// <summary>The symbol; a defined predicate has a <see cref="Symbol.Definition"/>, see <see cref="Formulas.Expand"/>.</summary>
    public Symbol Symbol { get; } = symbol;

    /// <summary>One for each argument of the symbol.</summary>
    public ImmutableArray<Formula> Arguments { get; } = arguments;

    /// <summary>Whether the value after the step is meant; in transition properties only.</summary>
    public bool IsPrimed { get; } = isPrimed;
}
