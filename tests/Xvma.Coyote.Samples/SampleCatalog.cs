using Xvma.Model;
using Xvma.Model.Coyote;
using Xvma.Sync;

namespace Xvma.Coyote.Samples;

/// <summary>Small programs over the production cells, each right and wrong: <c>counter/right</c>, <c>counter/wrong</c> and so on.</summary>
public sealed class SampleCatalog : IScenarioCatalog
{
    public IScenarioRun Begin(string scenario, ICallLog calls)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var (name, isRight) = scenario.Split('/') switch
        {
            [var first, "right"] => (first, true),
            [var first, "wrong"] => (first, false),
            _ => throw new ArgumentException($"There is no sample '{scenario}'.", nameof(scenario)),
        };
        return name switch
        {
            "counter" => new Counter<NativeSync>(isRight).Begin(),
            "wake-up" => new WakeUp<NativeSync>(isRight).Begin(),
            "two locks" => new TwoLocks<NativeSync>(isRight).Begin(),
            "seqlock" => new SequenceLock<NativeSync>(isRight).Begin(),
            "polite locks" => new PoliteLocks<NativeSync>(isRight).Begin(),
            "readers" => new Readers<NativeSync>(isRight).Begin(),
            "hand-over" => new HandOver<NativeSync>(isRight).Begin(),
            "polling" => new Polling<NativeSync>(isRight).Begin(),
            "memory" => new DeviceMemory<NativeSync>(isRight).Begin(),
            "last user" => new LastUser<NativeSync>(isRight).Begin(),
            "two owners" => new TwoOwners<NativeSync>(isRight).Begin(),
            "machine" => new MachineUse(isRight, calls).Begin(),
            "exception" => new Throwing<NativeSync>(isRight).Begin(),
            _ => throw new ArgumentException($"There is no sample '{scenario}'.", nameof(scenario)),
        };
    }
}
