using Braid;
using Xvma.Sync;

namespace Xvma.Model.Tests.Replaying;

/// <summary>An increment that reads and writes apart: small enough for every format to be read in full.</summary>
internal sealed class LostUpdate : Braid.Program
{
    private Counter counter = null!;

    public override string Name => "lost update";

    public override void Arrange(Stage stage)
    {
        counter = new();
        var gate = new Mutex<BraidSync>("gate; of <nobody> #1");
        foreach (var name in new[] { "left", "right end" })
        {
            stage.Thread(name, () =>
            {
                Calls.Begin($"Increment by {name}");
                using (gate.Enter())
                {
                }
                var seen = counter.Value.Load();
                counter.Value.Store(seen + 1);
                Calls.End("ok");
            });
        }
    }

    public override void AtRest()
    {
        if (counter.Value.Load() != 2) throw new Violation("COUNT", $"counter is {counter.Value.Load()} after two increments; it should be 2");
    }

    private sealed class Counter
    {
        public AtomicInt64<BraidSync> Value = new(0, "counter");
    }
}
