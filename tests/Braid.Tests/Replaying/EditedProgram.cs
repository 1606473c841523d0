using Xvma.Sync;

namespace Braid.Tests.Replaying;

/// <summary>Two threads, each of which reads a word of shared memory, adds one and writes it back; and what somebody may have edited since.</summary>
internal sealed class EditedProgram(Edit edit) : Program
{
    private Cell counter = null!;
    private Cell total = null!;

    public static Func<Program> Of(Edit edit) => () => new EditedProgram(edit);

    public override string Name => "edited";

    public override void Arrange(Stage stage)
    {
        if (edit == Edit.NewCell) _ = new Cell("elsewhere");
        if (edit == Edit.NewBlock) SharedMemory<BraidSync>.Reserve(4096);
        var block = SharedMemory<BraidSync>.Reserve(8192);
        counter = new("counter");
        total = new("total");
        var others = new Cell("others");
        if (edit is Edit.NewThread or Edit.NewThreadOfTheSameName) stage.Thread(edit == Edit.NewThread ? "gardener" : "right", () => others.Add(1));
        stage.Thread("left", () => Add("left", block));
        stage.Thread(edit == Edit.RenamedThread ? "starboard" : "right", () => Add("right", block));
        if (edit == Edit.ThreadGone) return;
        stage.Thread("bystander", () => others.Add(1));
    }

    public override void AtRest()
    {
        if (counter.Load() != 2) throw new Violation("COUNT", $"counter is {counter.Load()}");
    }

    private void Add(string who, long block)
    {
        var own = new Lazy<Cell>(() => BraidSync.Share(who, static name => new Cell("hits of " + name)));
        if (edit is Edit.NewOperation or Edit.NewOperationTwice) own.Value.Add(1);
        if (edit == Edit.NewSharedOperation) total.Add(1);
        if (edit == Edit.NewOperationOnWhatOthersUse) counter.Load();
        if (edit != Edit.OperationGone) SharedMemory<BraidSync>.Store(block + (who == "left" ? 0 : 4096), 8, 1);
        if (edit == Edit.Fixed)
        {
            counter.Add(1);
            return;
        }

        var seen = edit == Edit.SharedOperationGone ? 0 : counter.Load();
        if (edit == Edit.NewOperationTwice) own.Value.Add(1);
        counter.Store(seen + 1);
    }
}
