namespace Xvma;

/// <summary>Where the interrupt handler runs (FLT-11).</summary>
public enum InterruptDelivery
{
    /// <summary>On the thread that issued the instruction, as an interrupt arrives at the processor that caused it.</summary>
    OnIssuingThread,

    /// <summary>
    /// On whatever thread calls <see cref="Machine.ServeInterrupts"/>. An instruction that misses waits until somebody does.
    /// </summary>
    ByCaller,
}
