namespace Xvma;

/// <summary>What the interrupt handler does with a fault it finds in the fault map (FLT-12).</summary>
public enum InterruptVariant
{
    /// <summary>It tries the dropin itself and leaves to the user what it cannot do without waiting.</summary>
    TryDropin,

    /// <summary>It only switches the fault to user polling; every translation happens in user context.</summary>
    SwitchToPolling,
}
