namespace Xvma.Model;

/// <summary>The interrupt handler of a chiplet, where interrupts are delivered to whoever calls for them.</summary>
public sealed class InterruptBehaviour(Machine machine, ICallLog calls) : Behaviour(calls)
{
    /// <inheritdoc/>
    public override ActorRole Role => ActorRole.Interrupt;

    /// <summary>Serves one interrupt after the other, until one comes with nothing in the fault map.</summary>
    /// <param name="chiplet">Whose.</param>
    public void ServeUntilSpurious(int chiplet = 0)
    {
        while (ServeNext(chiplet) > 0)
        {
        }
    }

    private int ServeNext(int chiplet)
    {
        Calls.Begin($"AwaitInterrupt {chiplet}");
        machine.AwaitInterrupt(chiplet);
        Calls.Return("interrupted");
        Calls.Begin($"ServeInterrupts {chiplet}");
        return Calls.Return(machine.ServeInterrupts(chiplet));
    }
}
