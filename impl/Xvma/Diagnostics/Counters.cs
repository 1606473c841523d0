using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>A machine's statistics while they are being counted (FLT-15). Nothing but a snapshot reads them.</summary>
internal sealed class Counters<TSync>
    where TSync : struct, ISync
{
    private readonly Tally<TSync> tally = new(GruStatistics.Events, "statistics");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(GruEvent what) => tally.Count((int)what);

    /// <summary>An instruction has ended in an exception. What is wrong with an instruction before it begins is not counted.</summary>
    public void Count(FaultCause cause)
    {
        switch (cause)
        {
            case FaultCause.NotMapped: Count(GruEvent.NotMapped); break;
            case FaultCause.NotPermitted: Count(GruEvent.NotPermitted); break;
            case FaultCause.Hole: Count(GruEvent.Hole); break;
            case FaultCause.ProcessorAddress: Count(GruEvent.ProcessorAddress); break;
            case FaultCause.OutOfMemory: Count(GruEvent.OutOfMemory); break;
            case FaultCause.PartitionFailed: Count(GruEvent.PartitionFailed); break;
            case FaultCause.RequestLost: Count(GruEvent.RequestLost); break;
            case FaultCause.TaskGone: Count(GruEvent.TaskGone); break;
        }
    }

    public GruStatistics Read() => new([.. Enumerable.Range(0, GruStatistics.Events).Select(counter => tally.Read(counter))]);
}
