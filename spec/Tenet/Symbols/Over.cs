namespace Tenet;

/// <summary>What a symbol is part of.</summary>
public enum Over
{
    /// <summary>The state: actions change it.</summary>
    State,

    /// <summary>The setting: the same in every state, restricted by axioms only.</summary>
    Rigid,
}
