using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>
/// The known bugs that are the protocol's, said as edits of the specification: each must be refuted, as the bug itself must be found in the
/// code. Bugs of the code alone (a lost wakeup, a lock held too long) have none.
/// </summary>
public static class KnownBugMutants
{
    /// <summary>Each under the name of its bug.</summary>
    /// <exception cref="KeyNotFoundException">The theory has changed: an edit has nothing to edit any more.</exception>
    public static ImmutableArray<(string Bug, TheoryMutant Mutant)> Of(Theory theory)
    {
        ArgumentNullException.ThrowIfNull(theory);
        return
        [
            ("asid-reuse-without-flush", Unset(theory, "wrap", "tlb")),
            ("brackets-back-to-back", Unguarded(theory, "change mappings", "purged")),
            ("half-the-regions", Narrowed(theory, "purge", "tlb", "highPage")),
            ("id-reuse", Unguarded(theory, "create", "stage")),
            ("last-leave-against-join", Admitted(theory, "join", "NoSuchGroup")),
            ("lost-invalidate", Unguarded(theory, "dropin", "overtaken")),
            ("no-wait-for-outstanding", Unguarded(theory, "change mappings", "uses")),
            ("preload across an invalidation", Unguarded(theory, "preload", "overtaken")),
            ("purge-assumes-4k", Narrowed(theory, "purge", "tlb", "covers")),
            ("root-exempt", RootExempt(theory)),
            ("sequence-after-lookup", Unguarded(theory, "see calm", "phaseOf")),
            ("steal-against-fault", Unguarded(theory, "unload context", "look")),
            ("torn-down-twice", Admitted(theory, "exit", "TaskGone")),
            ("tried-for-ever", Unguarded(theory, "reissue", "tries")),
            ("uid-change-against-join", Unguarded(theory, "change uid", "member")),
            ("wrap-without-wait", Unguarded(theory, "wrap", "latch")),
        ];
    }

    // An action that no longer asks about a symbol.
    private static TheoryMutant Unguarded(Theory theory, string action, string symbol)
    {
        var rule = theory.Action(action);
        var conjuncts = rule.Guard is Junction { Kind: JunctionKind.And } and ? and.Operands : [rule.Guard];
        var kept = conjuncts.Where(conjunct => Formulas.Symbols(conjunct).All(asked => asked.Name != symbol)).ToArray();
        if (kept.Length == conjuncts.Length) throw Gone(action, symbol);
        return TheoryMutants.Edit(theory, rule, $"does not ask about {symbol}", rule with { Guard = Formulas.And(kept) });
    }

    // An action that does not change a symbol.
    private static TheoryMutant Unset(Theory theory, string action, string symbol)
    {
        var rule = theory.Action(action);
        return TheoryMutants.Edit(theory, rule, $"does not set {symbol}", rule with { Updates = rule.Updates.Remove(Update(rule, symbol)) });
    }

    // An operation that no longer refuses with an error.
    private static TheoryMutant Admitted(Theory theory, string action, string error)
    {
        var rule = theory.Action(action);
        var refusal = rule.Refusals.FirstOrDefault(refusal => refusal.Error.Name == error) ?? throw Gone(action, error);
        return TheoryMutants.Edit(theory, rule, $"does not refuse with {error}", rule with { Refusals = rule.Refusals.Remove(refusal) });
    }

    // A relation that an action clears for fewer pages: not for high ones, or only for those that the range covers.
    private static TheoryMutant Narrowed(Theory theory, string action, string cleared, string by)
    {
        var rule = theory.Action(action);
        var update = Update(rule, cleared);
        var symbol = theory.Symbols.FirstOrDefault(symbol => symbol.Name == by) ?? throw Gone(action, by);
        var touched = Formulas.Parts(update.Value).OfType<Application>().FirstOrDefault(part => part.Symbol.Name == "touches") ?? throw Gone(action, "touches");
        Formula left = symbol.Arguments.Length == 1
            ? new Application(symbol, [touched.Arguments[^1]])
            : Formulas.Negate(new Application(symbol, touched.Arguments));
        var kept = Formulas.Or(update.Value, Formulas.And(new Application(update.Symbol, update.Indexes), left));
        var edited = rule with { Updates = rule.Updates.Replace(update, update with { Value = kept }) };
        return TheoryMutants.Edit(theory, rule, $"leaves {cleared} where {left}", edited);
    }

    private static TheoryMutant RootExempt(Theory theory)
    {
        var rule = theory.Action("join");
        var refusal = rule.Refusals.FirstOrDefault(refusal => refusal.Error.Name == "NotPermitted") ?? throw Gone("join", "NotPermitted");
        var uid = theory.Symbols.First(symbol => symbol.Name == "uidOf");
        var root = theory.Symbols.First(symbol => symbol.Name == "root");
        var task = rule.Parameters.First(parameter => ReferenceEquals(parameter.Sort, uid.Arguments[0]));
        var isRoot = new Equality(new Application(uid, [task]), new Application(root, []));
        var exempt = refusal with { When = Formulas.And(refusal.When, Formulas.Negate(isRoot)) };
        return TheoryMutants.Edit(theory, rule, "lets root in", rule with { Refusals = rule.Refusals.Replace(refusal, exempt) });
    }

    private static Update Update(ActionRule rule, string symbol) =>
        rule.Updates.FirstOrDefault(update => update.Symbol.Name == symbol) ?? throw Gone(rule.Name, symbol);

    private static KeyNotFoundException Gone(string action, string what) => new($"{action} says nothing about {what} any more");
}
