using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Tenet.Evaluation;

/// <summary>A theory ready to be evaluated in states at run time. Thread-safe; an action is compiled when it is first asked for.</summary>
public sealed class CompiledTheory
{
    private static readonly ConditionalWeakTable<Theory, CompiledTheory> Known = [];

    private readonly StateShape shape;
    private readonly ConcurrentDictionary<string, Lazy<CompiledAction>> actions = new(StringComparer.Ordinal);

    private CompiledTheory(Theory theory) => shape = new(theory);

    /// <summary>The theory.</summary>
    public Theory Theory => shape.Theory;

    /// <summary>The one of this theory.</summary>
    public static CompiledTheory Of(Theory theory) => Known.GetValue(theory, static theory => new(theory));

    /// <summary>The action of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public CompiledAction Action(string name) =>
        actions.GetOrAdd(name, called => new(() => new(Theory.Action(called), shape))).Value;

    /// <summary>Whether going from one state to the next is a step by this action: it can happen, and changes just that.</summary>
    public bool IsStep(CompiledAction action, TheoryState before, int[] arguments, TheoryState after)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(after);
        var then = new TheoryState(Theory);
        then.CopyFrom(before);
        return action.TryApply(then, arguments) && !after.ChangesSince(then).Any();
    }
}
