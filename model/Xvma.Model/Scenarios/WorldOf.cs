using Xvma.Sync;

namespace Xvma.Model;

internal sealed class WorldOf<TSync>(ICallLog calls) : World(calls)
    where TSync : struct, ISync
{
    public override Machine CreateMachine(MachineOptions options) => Machine.Create<TSync>(options);

    public override Outcome<T> CreateOutcome<T>(string what) =>
        Seam<TSync>.Share(what, static name => new OutcomeOf<TSync, T>(name));
}
