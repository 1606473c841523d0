using Xvma.Model;

namespace Xvma.Coyote.Samples;

/// <summary>The production machine: one member of a group unmaps while another stores and a third serves interrupts and leaves.</summary>
internal sealed class MachineUse
{
    private static readonly PageSize Page = PageSizeTable.Default.Sizes.ElementAt(1);

    private readonly Machine machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 2, SlotsPerContext = 2, TlbSets = 2, TlbWays = 2 });
    private readonly XvmaTask first;
    private readonly XvmaTask second;
    private readonly Window window;
    private readonly ICallLog calls;
    private readonly bool isRight;

    public MachineUse(bool isRight, ICallLog calls)
    {
        this.calls = calls;
        this.isRight = isRight;
        first = machine.StartTask(1000);
        second = machine.StartTask(1000);
        second.Join(first.CreateSharedXmm());
        window = first.MapShared(2 * Page.Bytes, Page);
    }

    public IScenarioRun Begin() => new SampleRun(
        AtRest, ("unmapper", "task", () => first.Unmap(window.Range)), ("writer", "group", Write), ("chiplet", "interrupt", () => machine.ServeInterrupts(0)));

    private void Write()
    {
        calls.Begin($"Store {window.Range.Start}");
        var cause = calls.Return(second.Gru.TryStore(window.Range.Start, 8, 1));
        SampleRun.Require(cause == FaultCause.None || isRight, "STORE", $"the store ended with {cause}");
        second.Leave();
    }

    private void AtRest()
    {
        first.Exit();
        second.Exit();
        var left = machine.Snapshot();
        SampleRun.Require(left.LiveFrames == 0, "INV-8", $"{left.LiveFrames} frames are left");
    }
}
