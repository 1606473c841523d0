namespace Xvma.Observing;

/// <summary>Told what happens in a machine, one thing after another, in the words of the library.</summary>
public interface IMachineListener
{
    /// <summary>A machine has been made; told before anything of it.</summary>
    void Made(MachineView machine);

    /// <summary>Something has happened to a cell.</summary>
    void On(in CellEvent happened);

    /// <summary>A thread calls.</summary>
    void Called(int thread, in CallView call);

    /// <summary>A thread begins an invalidation; told right before range-active goes up.</summary>
    void Invalidates(int thread, in InvalidationView invalidation);

    /// <summary>A thread's innermost call returns.</summary>
    void Returned(int thread, in ReturnView done);
}
