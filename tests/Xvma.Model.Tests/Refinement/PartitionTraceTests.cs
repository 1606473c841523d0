using System.Text.Json;
using Xvma.Model.Refinement;
using Xvma.Observing;
using Xvma.Sync;

namespace Xvma.Model.Tests.Refinement;

/// <summary>A recorded run in which requests to a partition are lost, and it fails and returns, is a behaviour of the specification; without what says so it is none.</summary>
[Trait("Clause", "PAR-2")]
[Trait("Clause", "PAR-3")]
[Trait("Clause", "PAR-4")]
[Trait("Clause", "PAR-6")]
[Trait("Clause", "INS-14")]
[Collection(nameof(Console))]
public sealed class PartitionTraceTests
{
    private static readonly Lazy<string[]> Script = new(Record);

    [Fact]
    public void A_scripted_run_of_everything_with_partitions_is_a_behaviour_of_the_specification()
    {
        var verdict = Validate(Script.Value);

        Assert.True(verdict.IsAccepted, $"line {verdict.Line}: {verdict.Event}{Environment.NewLine}{verdict.Reason}");
    }

    [Theory]
    [InlineData("PartitionState", "Changed")]
    [InlineData("PartitionState", "Read")]
    [InlineData("Residents", "Changed")]
    [InlineData("SegmentStage", "Changed")]
    [InlineData("Permits", "Changed")]
    public void Without_its_events_of_one_kind_it_is_none(string cell, string touch)
    {
        var kept = Script.Value.Where(line => !IsEvent(line, cell, touch)).ToArray();
        Assert.NotEqual(Script.Value.Length, kept.Length);

        Assert.False(Validate([.. kept[..^1], $"{{\"lines\":{kept.Length - 1}}}"]).IsAccepted);
    }

    [Theory]
    [InlineData("\"return\":\"Load\",\"cause\":\"PartitionFailed\"", ",\"cause\":\"PartitionFailed\"", "", "INV-11")]
    [InlineData("\"return\":\"Start\",\"error\":\"PartitionFailed\"", ",\"error\":\"PartitionFailed\"", "", "INV-11")]
    [InlineData("\"return\":\"Load\",\"cause\":\"RequestLost\"", ",\"cause\":\"RequestLost\"", "", "INV-11")]
    [InlineData("\"return\":\"Load\",\"cause\":\"RequestLost\"", "RequestLost", "PartitionFailed", "INS-11")]
    [InlineData("\"return\":\"Beat\"", "\"return\":\"Beat\"", "\"return\":\"Beat\",\"error\":\"PartitionFailed\"", "INV-11")]
    public void With_another_answer_it_is_none(string which, string from, string to, string clause)
    {
        var lines = Script.Value.ToArray();
        var at = Array.FindIndex(lines, line => line.Contains(which, StringComparison.Ordinal));
        Assert.True(at > 0, $"The script has no event {which}.");
        lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);

        Assert.Equal(clause, Validate(lines).Clause);
    }

    [Fact]
    public void A_trace_of_one_partition_says_nothing_of_partitions()
    {
        using var stream = new MemoryStream();
        using (TraceRecorder.Start(stream)) Machine.Create<RecordingSync>(SmallMachine.Options).StartTask(uid: 7).Exit();

        Assert.DoesNotContain("artition", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static TraceVerdict Validate(string[] lines) => TraceValidator.Validate(new StringReader(string.Join('\n', lines)));

    private static bool IsEvent(string line, string cell, string touch)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.TryGetProperty("cell", out var kind) && kind.GetString() == cell && document.RootElement.GetProperty("touch").GetString() == touch;
    }

    private static string[] Record()
    {
        using var stream = new MemoryStream();
        using (TraceRecorder.Start(stream)) RunScript();
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }

    /// <summary>Each kind of instruction, tried again until it is done and until it is given up; copies by either operand and by both.</summary>
    private static void LoseRequests(Machine machine, Gru gru, ExtendedAddress far, ExtendedAddress own)
    {
        foreach (var (losses, cause) in new[] { (1, FaultCause.None), (3, FaultCause.None), (4, FaultCause.RequestLost), (Machine.AllRequests, FaultCause.RequestLost) })
        {
            Lossy(() => gru.TryLoad(far, 8, out _));
            Lossy(() => gru.TryFetchAdd(far, 8, 1, out _));
            Lossy(() => gru.TryCopy(own, far, 64, out _));
            Lossy(() => gru.TryCopy(far, own, 64, out _));
            Lossy(() => gru.TryCopy(far, far + 65536, 64, out _));
            Lossy(() => gru.TryFill(far + 65504, 64, 3, out _));
            Lossy(() => gru.TryGather(far, [0L, 8192L], new ulong[2].AsSpan(), out _));
            Lossy(() => gru.TryCreateQueue(far, MessageQueue.FewestLines, out _));

            void Lossy(Func<FaultCause> instruction)
            {
                machine.LoseRequests(1, losses);
                Assert.Equal(cause, instruction());
            }
        }

        machine.LoseRequests(1, 0);
    }

    private static void RunScript()
    {
        const ulong page = 65536;
        var machine = Machine.Create<RecordingSync>(SmallMachine.TwoPartitions with { TlbWays = 4 });
        var (here, there) = (machine.StartTask(7, 0), machine.StartTask(7, 1));
        here.Join(there.CreateSharedXmm());
        var far = there.MapShared(2 * page, PageSize.Of64K);
        here.Gru.Store(far.Start, 1UL);
        var memory = there.MapPrivate(2 * page, PageSize.Of64K);
        there.Gru.Store(memory.Start, 7UL);
        var segment = there.MakeSegment(memory.Range);
        var attached = here.AttachPrivate(here.Get(segment), 0, 2 * page, PageSize.Of64K);
        here.Get(segment);
        Assert.Equal(7UL, here.Gru.Load<ulong>(attached.Start));
        var own = here.MapPrivate(page, PageSize.Of64K);
        here.Gru.Copy(attached.Start, own.Start, 64);
        here.Gru.Fill(far.Start, 2 * page, 3);
        LoseRequests(machine, here.Gru, far.Start, own.Start);
        using (there.Fork()) machine.Look(1);
        machine.Beat(1);
        Assert.Equal(Heartbeat.Beating, machine.Look(1));
        Assert.Equal(Heartbeat.Failed, machine.Look(1));
        Assert.Equal(FaultCause.PartitionFailed, here.Gru.TryLoad(far.Start, 8, out _));
        Assert.Equal(FaultCause.PartitionFailed, here.Gru.TryCopy(own.Start, far.Start, 64, out _));
        Assert.Equal(FaultCause.PartitionFailed, here.Gru.TryCopy(far.Start, own.Start, 64, out _));
        Assert.Equal(FaultCause.PartitionFailed, here.Gru.TryGather(far.Start, [0L], new ulong[1].AsSpan(), out _));
        Assert.Equal(FaultCause.PartitionFailed, here.Gru.TryLoad(attached.Start, 8, out _));
        Assert.Equal(XvmaError.PartitionFailed, machine.TryStartTask(7, 1).Error);
        Assert.Equal(XvmaError.PartitionFailed, machine.TryFailPartition(1).Error);
        Assert.Equal(XvmaError.PartitionInUse, machine.TryReturnPartition(1).Error);
        here.Detach(attached.Range);
        here.Unmap(far.Range);
        machine.ReturnPartition(1);
        machine.StartTask(7, 1).Exit();
        here.Exit();
    }
}
