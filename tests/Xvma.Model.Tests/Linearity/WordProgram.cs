using Braid;
using Linearity;
using Xvma.Sync;
using Xvma.Tests.Linearity;

namespace Xvma.Model.Tests.Linearity;

/// <summary>Members of a group who use the word of one page, whose answers must be those of a register.</summary>
/// <typeparam name="TSync">Over which instantiation of the seam.</typeparam>
/// <param name="members">What each calls, in order.</param>
internal sealed class WordProgram<TSync>(params WordCall[][] members) : Braid.Program
    where TSync : struct, ISync
{
    private HistoryRecorder<WordCall, WordAnswer>? recorder;

    public override string Name => "word";

    public override void Arrange(Stage stage)
    {
        var machine = World.Over<TSync>(SilentLog.Instance).CreateMachine(SmallMachine.Options);
        var tasks = members.Select(_ => machine.StartTask(uid: 7)).ToArray();
        var group = tasks[0].CreateSharedXmm();
        foreach (var task in tasks[1..]) task.Join(group);
        var page = tasks[0].MapShared(4096, PageSize.Of4K).Start;
        recorder = new(members.Length, new CellClock());
        for (var member = 0; member < members.Length; member++)
        {
            var own = member;
            stage.Thread($"member {own}", () =>
            {
                var session = recorder.Begin(own);
                foreach (var call in members[own]) session.Call(call, () => call.Perform(tasks[own], page));
            });
        }
    }

    public override void AtRest()
    {
        var result = Linearizability.Check(new MappedWordModel(initial: 0), recorder!.ToHistory());
        if (result.Counterexample is { } found) throw new Violation("LIN", HistoryColumns.Render(found));
    }
}
