using Braid;

namespace Xvma.Model.Coyote;

/// <summary>An operation of the seam that an actor performed under Coyote.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Kind">What, in the words of Braid.</param>
public readonly record struct SeamOperation(string Actor, OperationKind Kind);
