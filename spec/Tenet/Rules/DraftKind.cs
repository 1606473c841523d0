namespace Tenet;

internal enum DraftKind
{
    Action,
    Initial,
    Axiom,
    Invariant,
    Transition,
    Sometimes,
    Response,
}
