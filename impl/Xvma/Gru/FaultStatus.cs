namespace Xvma;

/// <summary>Whose turn it is with a fault. No fault at all is the idle state.</summary>
internal enum FaultStatus
{
    /// <summary>Fault-map mode (FMM): the interrupt handler's.</summary>
    FaultMap,

    /// <summary>User-polling mode (UPM): the user calls the operating system.</summary>
    UserPolling,

    /// <summary>Nobody's: the instruction ends in an exception.</summary>
    Exception,
}
