namespace Xvma;

/// <summary>How an instruction with one operand ended. Returned in two registers, where an <c>out</c> parameter would be two trips to memory.</summary>
/// <param name="Value">Its result; 0 when it has none.</param>
/// <param name="Cause">Why it could not be completed; <see cref="FaultCause.None"/> when it was.</param>
internal readonly record struct Completion(ulong Value, FaultCause Cause)
{
    /// <summary>Ended in an exception.</summary>
    public static Completion Of(FaultCause cause) => new(0, cause);
}
