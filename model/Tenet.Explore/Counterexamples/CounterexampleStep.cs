using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>A state of a behaviour and the action that led to it.</summary>
/// <param name="Action">The action; null for the state at first.</param>
/// <param name="Arguments">Its parameters, as positions in their sorts.</param>
/// <param name="State">The state.</param>
public sealed record CounterexampleStep(ActionRule? Action, ImmutableArray<int> Arguments, InstanceState State);
