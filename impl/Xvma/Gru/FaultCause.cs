namespace Xvma;

/// <summary>Why an instruction ended in an exception. What it had not yet done at that point, it has not done.</summary>
public enum FaultCause
{
    /// <summary>It did not: the instruction is complete.</summary>
    None,

    /// <summary>A bus error: nothing is mapped at the address, or not any more (FLT-5).</summary>
    NotMapped,

    /// <summary>The mapping does not grant this access (INS-10).</summary>
    NotPermitted,

    /// <summary>The address is in the hole between the processor's limit and the private region (ADR-3).</summary>
    Hole,

    /// <summary>The address is the processor's own; the GRU of this machine serves extended addresses only (ADR-3).</summary>
    ProcessorAddress,

    /// <summary>The address is not a multiple of the operand's width (INS-2).</summary>
    Unaligned,

    /// <summary>The operand's width, or a length, is not one the instruction has (INS-2).</summary>
    BadLength,

    /// <summary>No memory for the page (MEM-3, MEM-7).</summary>
    OutOfMemory,

    /// <summary>A bus error: the memory is, or was, that of a partition that has failed (PAR-2).</summary>
    PartitionFailed,

    /// <summary>The task is exiting or dead, or the slot was closed (TSK-3).</summary>
    TaskGone,

    /// <summary>
    /// The fabric has lost every request for the memory, of another partition, as often as the instruction was tried (INS-14). The memory is
    /// there and was not accessed; the program may try again.
    /// </summary>
    RequestLost,
}
