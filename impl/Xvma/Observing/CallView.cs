using System.Collections.Immutable;

namespace Xvma.Observing;

/// <summary>A call, before anything of it has happened.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Task">Of which task; 0 for the machine itself.</param>
/// <param name="Slot">Which of its instruction slots.</param>
/// <param name="Address">The first address; of a copy, of its source. Of a map the one asked for.</param>
/// <param name="Length">Bytes, of a vector instruction elements; 0 for one operand, and for a map that leaves the address open.</param>
/// <param name="Destination">Of a copy, the first address written; of an attach, the offset in the segment.</param>
/// <param name="Number">A uid, the id of a group, a segment or a permit; of a map, a protect and a make, rights.</param>
/// <param name="PageShift">Of a map, the page size as a power of two.</param>
/// <param name="Rights">Of a get and an attach, what is asked for; of an attach none when that is what the permit gives.</param>
/// <param name="Partition">Of a call of the machine, which partition.</param>
public readonly record struct CallView(
    Operation Operation, long Task, int Slot = 0, ulong Address = 0, ulong Length = 0, ulong Destination = 0, long Number = 0, int PageShift = 0,
    Rights Rights = Rights.None, int Partition = 0)
{
    /// <summary>Of a vector instruction, the addresses of its elements in order; the default otherwise.</summary>
    public ImmutableArray<ulong> Elements { get; init; }
}

/// <summary>The end of a thread's innermost call.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Error">Why it was refused.</param>
/// <param name="Cause">Why the instruction ended in an exception.</param>
public readonly record struct ReturnView(Operation Operation, XvmaError Error, FaultCause Cause);

/// <summary>A thread is about to raise range-active for a range.</summary>
/// <param name="Space">Of which space.</param>
/// <param name="Range">What is to be purged.</param>
/// <param name="IsRecall">Whether it only takes back what an attachment has borrowed.</param>
public readonly record struct InvalidationView(long Space, AddressRange Range, bool IsRecall);

/// <summary>A machine has been made.</summary>
/// <param name="Options">Of what.</param>
public sealed record MachineView(MachineOptions Options);
