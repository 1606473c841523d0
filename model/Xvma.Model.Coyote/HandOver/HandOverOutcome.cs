namespace Xvma.Model.Coyote;

/// <summary>What became of an order of operations that Coyote found, in Braid.</summary>
public enum HandOverOutcome
{
    /// <summary>The same order ends in the same failure.</summary>
    SameOrder,

    /// <summary>The same order does not, an order with one hand-over earlier or later does.</summary>
    NearOrder,

    /// <summary>Neither does; the failure was found by Braid's own search.</summary>
    OwnSearch,

    /// <summary>The same order ends in another failure.</summary>
    OtherFailure,

    /// <summary>The failure was not found.</summary>
    NotFound,

    /// <summary>There is no order to follow.</summary>
    NoOrder,
}
