using Xvma.Sync;

namespace Xvma;

/// <summary>A machine over one instantiation of the seam.</summary>
internal sealed class MachineOf<TSync>(MachineOptions options) : Machine(options)
    where TSync : struct, ISync
{
    private readonly MachineParts<TSync> parts = new(options);

    public override XvmaTask StartTask(int uid) => TaskOf<TSync>.Start(parts, uid);

    public override XvmaTask? FindTask(long id) => parts.Tasks.Find(id);

    public override int ServeInterrupts(int chiplet) => InterruptPath<TSync>.Serve(ChipletAt(chiplet), Options.Interrupts);

    public override void AwaitInterrupt(int chiplet)
    {
        var awaited = ChipletAt(chiplet);
        awaited.Interrupt.WaitUntil(awaited, static chiplet => !chiplet.FaultMap.IsEmpty() || chiplet.TakeSpurious());
    }

    public override void RaiseInterrupt(int chiplet) => ChipletAt(chiplet).RaiseSpurious();

    public override GruStatistics Statistics => parts.Counters.Read();

    public override MachineSnapshot Snapshot() => SnapshotTaker<TSync>.Take(parts);

    private Chiplet<TSync> ChipletAt(int index) => index >= 0 && index < parts.Chiplets.Length
        ? parts.Chiplets[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The machine has the chiplets 0 to {parts.Chiplets.Length - 1}.");
}
