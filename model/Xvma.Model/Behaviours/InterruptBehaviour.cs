namespace Xvma.Model;

/// <summary>The interrupt handler of a chiplet, where interrupts are delivered to whoever calls for them.</summary>
public sealed class InterruptBehaviour(Machine machine, ICallLog calls) : Behaviour(calls)
{
    /// <inheritdoc/>
    public override ActorRole Role => ActorRole.Interrupt;

    /// <summary>Runs the handler of <paramref name="chiplet"/> once; returns how many faults it found.</summary>
    public int Serve(int chiplet = 0)
    {
        Calls.Begin($"ServeInterrupts {chiplet}");
        return Calls.Return(machine.ServeInterrupts(chiplet));
    }
}
