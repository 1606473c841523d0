using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>
/// Finds for each premise an obligation that needs it. The proofs themselves tell where to look: an obligation proved without a premise does not
/// need it; one whose proof used it is tried without.
/// </summary>
/// <param name="theory">Whose invariant is inductive.</param>
/// <param name="timeout">How long one question may take.</param>
/// <param name="workers">How many threads.</param>
public sealed class NeedSearch(Theory theory, TimeSpan timeout, int workers)
{
    /// <summary>For each axiom and invariant, in the order of the theory.</summary>
    public ImmutableArray<Need> Find(CancellationToken stop = default)
    {
        var uses = Uses(stop);
        var premises = theory.Properties.Where(property => property.Kind is PropertyKind.Axiom or PropertyKind.Safety or PropertyKind.Supporting).ToList();
        var needs = new Need?[premises.Count];
        Parallel.For(0, premises.Count, new() { MaxDegreeOfParallelism = workers }, index =>
        {
            if (!stop.IsCancellationRequested) needs[index] = Find(premises[index], uses.GetValueOrDefault(premises[index], []));
        });
        return [.. needs.OfType<Need>()];
    }

    // Which proofs used which property: the shortest first, since they have the fewest ways around it.
    private Dictionary<Property, ImmutableArray<InductionObligation>> Uses(CancellationToken stop)
    {
        var used = new ConcurrentBag<(Property Property, InductionObligation Obligation, int Size)>();
        var groups = InductionObligations.Of(theory).Where(obligation => !obligation.IsTrivial).GroupBy(obligation => obligation.Action);
        Parallel.ForEach(Partitioner.Create(groups, EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = workers }, group =>
        {
            if (stop.IsCancellationRequested) return;
            using var conversation = Conversation.About(theory, group.Key, named: true);
            foreach (var obligation in group)
            {
                using var question = conversation.Ask(obligation);
                if (question.Answer(timeout) != SolverAnswerKind.Unsatisfiable) throw new InvalidOperationException($"{obligation.Id} is not proved: prove first, ask what is needed then");
                var core = conversation.Core();
                foreach (var premise in core.Where(premise => premise.Property is not null)) used.Add((premise.Property!, obligation, core.Length));
            }
        });
        return used.GroupBy(use => use.Property).ToDictionary(
            group => group.Key,
            group => group.OrderBy(use => use.Size).ThenBy(use => use.Obligation.Id, StringComparer.Ordinal).Select(use => use.Obligation).ToImmutableArray());
    }

    private Need Find(Property property, ImmutableArray<InductionObligation> users)
    {
        var without = theory with { Properties = theory.Properties.Remove(property) };
        var isKnown = true;
        foreach (var obligation in users)
        {
            // What only it itself needs is no reason to have it, unless it is a claim.
            if (obligation.Property == property && property.Kind != PropertyKind.Safety) continue;
            using var conversation = Conversation.About(without, obligation.Action);
            using var question = conversation.Ask(obligation);
            switch (question.Answer(timeout))
            {
                case SolverAnswerKind.Satisfiable:
                    return new(property, obligation, isKnown);
                case SolverAnswerKind.Unknown:
                    isKnown = false;
                    break;
            }
        }

        return new(property, null, isKnown);
    }
}
