using System.Text.Json;
using Xvma.Model.Refinement;
using Xvma.Observing;
using Xvma.Sync;

namespace Xvma.Model.Tests.Refinement;

/// <summary>What production code does on real threads is recorded, and is a behaviour of the specification; what is tampered with is not.</summary>
[Trait("Clause", "INV-11")]
[Collection(nameof(Console))]
public sealed class TraceTests
{
    private static readonly Lazy<string[]> Script = new(() => Record(RunScript));

    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_recorded_run_on_real_threads_is_a_behaviour_of_the_specification(string name)
    {
        var trace = Record(() => RunOnThreads(ScenarioCatalogue.Find(name).Start(World.Over<RecordingSync>(SilentLog.Instance))));

        var verdict = Validate(trace);

        Assert.True(verdict.IsAccepted, $"line {verdict.Line}: {verdict.Event}{Environment.NewLine}{verdict.Reason}");
        Assert.True(verdict.Steps > 3, "Hardly anything of the run was seen.");
    }

    [Fact]
    public void A_scripted_run_of_every_operation_is_a_behaviour_of_the_specification()
    {
        var verdict = Validate(Script.Value);

        Assert.True(verdict.IsAccepted, $"line {verdict.Line}: {verdict.Event}{Environment.NewLine}{verdict.Reason}");
    }

    [Theory]
    [InlineData("Activity", "Changed")]
    [InlineData("Asids", "Changed")]
    [InlineData("Binding", "Changed")]
    [InlineData("Binding", "Read")]
    [InlineData("ChangesGate", "Left")]
    [InlineData("ChipletGate", "Entered")]
    [InlineData("Closed", "Changed")]
    [InlineData("ContextGate", "Entered")]
    [InlineData("Fault", "Changed")]
    [InlineData("FrameHolds", "Changed")]
    [InlineData("Mappings", "Changed")]
    [InlineData("Mappings", "Read")]
    [InlineData("Members", "Changed")]
    [InlineData("Membership", "Changed")]
    [InlineData("PageMemory", "Changed")]
    [InlineData("Place", "Changed")]
    [InlineData("RangeActive", "Changed")]
    [InlineData("RangeActive", "Read")]
    [InlineData("TaskState", "Changed")]
    [InlineData("Tasks", "Changed")]
    [InlineData("TlbEntry", "Read")]
    [InlineData("Uid", "Changed")]
    public void A_trace_without_its_events_of_one_kind_is_none(string cell, string touch)
    {
        var lines = Script.Value;
        var kept = lines.Where(line => !IsEvent(line, cell, touch)).ToArray();
        Assert.NotEqual(lines.Length, kept.Length);

        var verdict = Validate(Renumbered(kept));

        Assert.False(verdict.IsAccepted);
        Assert.Equal(kept[verdict.Line - 1], verdict.Event);
        Assert.NotEmpty(verdict.Reason);
    }

    [Theory]
    [InlineData("\"call\":\"Join\"", "\"number\":1", "\"number\":7", "GRP-2")]
    [InlineData("\"return\":\"Leave\"", "\"return\":\"Leave\"", "\"return\":\"Leave\",\"error\":\"NotAMember\"", "TSK-9")]
    [InlineData("\"return\":\"Join\",\"error\":\"NotPermitted\"", "NotPermitted", "NoSuchGroup", "INV-11")]
    [InlineData("\"return\":\"Join\",\"error\":\"NotPermitted\"", ",\"error\":\"NotPermitted\"", "", "INV-11")]
    [InlineData("\"return\":\"Load\",\"cause\":\"NotMapped\"", ",\"cause\":\"NotMapped\"", "", "INV-11")]
    [InlineData("\"cell\":\"TlbEntry\",\"of\":0,\"touch\":\"Changed\",\"value\"", "\"frame\":1", "\"frame\":2", "FLT-3")]
    [InlineData("\"cell\":\"Mappings\",\"of\":3,\"touch\":\"Changed\",\"value\":{\"mappings\":[]}", "[]", "[9223372036854775808,65536,16,3,0,0]", "MAP-5")]
    [InlineData("\"cell\":\"Members\",\"of\":1,\"touch\":\"Changed\"", "[1,2]", "[1]", "GRP-2")]
    public void A_trace_in_which_an_event_is_another_is_none(string which, string from, string to, string clause)
    {
        var lines = Script.Value.ToArray();
        var at = Array.FindIndex(lines, line => line.Contains(which, StringComparison.Ordinal));
        Assert.True(at > 0, $"The script has no event {which}:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);

        var verdict = Validate(lines);

        Assert.Equal(clause, verdict.Clause);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("rubbish", "line 1: it is no JSON object")]
    [InlineData("[]", "line 1: it is no xvma-trace")]
    [InlineData("{\"format\":\"something\",\"version\":3}", "line 1: it is no xvma-trace")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":4}", "line 1: it is of version 4, and only 3 is known")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":3}", "line 1: it ends without its last line")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":3}\n{\"lines\":5}", "line 2: the trace says that it has 5 lines")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":3}\n{\"thread\":1,\"cell\":\"Uid\",\"of\":1,\"touch\":\"Read\"}", "line 2: the machine has not been described yet")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":3}\n{\"lines\":1}\n{\"lines\":1}", "line 3: something follows the last line")]
    public void What_is_no_trace_gets_a_clear_reason(string text, string reason)
    {
        var refused = Assert.Throws<TraceFormatException>(() => TraceValidator.Validate(new StringReader(text)));

        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_is_cut_off_anywhere_is_not_taken_for_whole()
    {
        var whole = string.Join('\n', Script.Value);
        for (var length = 0; length < whole.Length - 1; length += 997)
        {
            var cut = whole[..length];

            Assert.Throws<TraceFormatException>(() => TraceValidator.Validate(new StringReader(cut)));
        }
    }

    [Fact]
    public void A_damaged_line_is_named()
    {
        var lines = Script.Value.ToArray();
        lines[10] = lines[10].Replace("\"cell\"", "\"sell\"", StringComparison.Ordinal).Replace("\"call\"", "\"sell\"", StringComparison.Ordinal).Replace("\"return\"", "\"sell\"", StringComparison.Ordinal);

        var refused = Assert.Throws<TraceFormatException>(() => Validate(lines));

        Assert.Equal(11, refused.Line);
    }

    [Fact]
    public void Only_one_recording_is_under_way_at_a_time()
    {
        using var one = TraceRecorder.Start(new MemoryStream());

        Assert.Throws<InvalidOperationException>(() => TraceRecorder.Start(new MemoryStream()));
    }

    [Fact]
    public void A_machine_that_nobody_observes_is_not_wrapped() =>
        Assert.Equal("MachineOf`1", Machine.Create(SmallMachine.Options).GetType().Name);

    private static TraceVerdict Validate(string[] lines) => TraceValidator.Validate(new StringReader(string.Join('\n', lines)));

    private static bool IsEvent(string line, string cell, string touch)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.TryGetProperty("cell", out var kind) && kind.GetString() == cell && document.RootElement.GetProperty("touch").GetString() == touch;
    }

    // The last line says how many there are before it.
    private static string[] Renumbered(string[] lines) => [.. lines[..^1], $"{{\"lines\":{lines.Length - 1}}}"];

    private static string[] Record(Action run)
    {
        using var stream = new MemoryStream();
        using (TraceRecorder.Start(stream)) run();
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }

    /// <summary>One thread, every kind of event.</summary>
    private static void RunScript()
    {
        var machine = Machine.Create<RecordingSync>(SmallMachine.Options);
        var (one, two, other) = (machine.StartTask(1000), machine.StartTask(1000), machine.StartTask(0));
        var group = one.CreateSharedXmm();
        two.Join(group);
        Assert.Equal(XvmaError.NotPermitted, other.TryJoin(group).Error);
        var window = one.MapShared(3 * PageSize.Of64K.Bytes, PageSize.Of64K);
        two.Gru.Store(window.Start, 7UL);
        Assert.Equal(7UL, one.Gru.Load<ulong>(window.Start));
        one.Gru.Copy(window.Start, window.Start + PageSize.Of64K.Bytes, 64);
        two.Gru.FetchOr(window.Start + 8, 3UL);
        one.Gru.StoreVector<ulong>(window.Start + PageSize.Of64K.Bytes - 16, [1, 2, 3, 4]);
        var far = (long)(PageSize.Of64K.Bytes / 8);
        two.Gru.Gather(window.Start, [0, far, 0, 1, 2 * far], new ulong[5]);
        Assert.Equal(FaultCause.NotMapped, two.Gru.TryScatter<ulong>(window.Start, [0, far, 3 * far, 0], [1UL, 2, 3, 4], out _));
        one.Gru.TryFlush(window.Start, 1, out _);
        one.Protect(window.Range, Rights.Read);
        Assert.Equal(FaultCause.NotPermitted, two.Gru.TryStore(window.Start, 8, 1));
        one.Unmap(window.Range);
        Assert.Equal(FaultCause.NotMapped, two.Gru.TryLoad(window.Start, 8, out _));
        two.Leave();
        other.ChangeUid(7);
        other.Gru.Fill(other.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K).Start, 100, 1);
        using (other.Fork()) other.Exec();
        one.Exit();
        two.Exit();
        other.Exit();
    }

    private static void RunOnThreads(IScenarioRun run)
    {
        using var start = new Barrier(run.Actors.Count);
        Exception? first = null;
        var threads = run.Actors.Select(actor => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                actor.Body();
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref first, failure, null);
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Null(first);
        run.AtRest();
    }
}
