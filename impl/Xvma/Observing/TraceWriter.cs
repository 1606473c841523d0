using System.Text.Json;
using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>Writes a trace. Calls are one at a time.</summary>
internal sealed class TraceWriter : IDisposable
{
    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private long lines;

    public TraceWriter(Stream stream)
    {
        this.stream = new BufferedStream(stream, 1 << 16);
        json = new(this.stream, new() { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("format", TraceFormat.Name);
        json.WriteNumber("version", TraceFormat.Version);
        EndLine();
    }

    public void Made(MachineOptions options)
    {
        json.WriteStartObject();
        json.WriteStartObject("machine");
        json.WriteNumber("privateBase", options.Layout.PrivateBase.Value);
        json.WriteNumber("sharedBase", options.Layout.SharedBase.Value);
        json.WriteNumber("processorLimit", options.Layout.ProcessorLimit.Value);
        if (options.Partitions != 1) json.WriteNumber("partitions", options.Partitions);
        json.WriteNumber("chiplets", options.Chiplets);
        json.WriteNumber("contextsPerChiplet", options.ContextsPerChiplet);
        json.WriteNumber("slotsPerContext", options.SlotsPerContext);
        json.WriteNumber("tlbSets", options.TlbSets);
        json.WriteNumber("tlbWays", options.TlbWays);
        json.WriteNumber("asidLimit", options.AsidLimit);
        json.WriteEndObject();
        EndLine();
    }

    public void Called(int thread, in CallView call)
    {
        json.WriteStartObject();
        json.WriteNumber("thread", thread);
        json.WriteString("call", call.Operation.ToString());
        WriteUnlessZero("task", call.Task);
        WriteUnlessZero("slot", call.Slot);
        if (call.Address != 0) json.WriteNumber("address", call.Address);
        if (call.Length != 0) json.WriteNumber("length", call.Length);
        if (call.Destination != 0) json.WriteNumber("destination", call.Destination);
        WriteUnlessZero("number", call.Number);
        WriteUnlessZero("pageShift", call.PageShift);
        WriteUnlessZero("rights", (int)call.Rights);
        WriteUnlessZero("partition", call.Partition);
        if (!call.Elements.IsDefault)
        {
            json.WriteStartArray("elements");
            foreach (var element in call.Elements) json.WriteNumberValue(element);
            json.WriteEndArray();
        }

        EndLine();
    }

    public void Invalidates(int thread, in InvalidationView invalidation)
    {
        json.WriteStartObject();
        json.WriteNumber("thread", thread);
        json.WriteNumber("invalidates", invalidation.Space);
        json.WriteNumber("address", invalidation.Range.Start.Value);
        json.WriteNumber("length", invalidation.Range.Length);
        json.WriteBoolean("recall", invalidation.IsRecall);
        EndLine();
    }

    public void Returned(int thread, in ReturnView done)
    {
        json.WriteStartObject();
        json.WriteNumber("thread", thread);
        json.WriteString("return", done.Operation.ToString());
        if (done.Error != XvmaError.None) json.WriteString("error", done.Error.ToString());
        if (done.Cause != FaultCause.None) json.WriteString("cause", done.Cause.ToString());
        EndLine();
    }

    public void Happened(in CellEvent happened)
    {
        json.WriteStartObject();
        json.WriteNumber("thread", happened.Thread);
        json.WriteString("cell", happened.Kind.ToString());
        json.WriteNumber("of", happened.Owner);
        WriteUnlessZero("part", happened.Part);
        json.WriteString("touch", happened.Touch.ToString());
        WriteUnlessZero("number", happened.Number);
        if (happened.Value is { } value)
        {
            json.WriteStartObject("value");
            WriteValue(value);
            json.WriteEndObject();
        }

        EndLine();
    }

    public void End()
    {
        json.WriteStartObject();
        json.WriteNumber("lines", lines);
        EndLine();
        Dispose();
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }

    private void WriteValue(object value)
    {
        switch (value)
        {
            case GroupView group:
                json.WriteNumber("id", group.Id);
                json.WriteNumber("uid", group.Uid);
                json.WriteNumber("space", group.Space);
                break;
            case TaskList list:
                json.WriteStartArray("tasks");
                foreach (var task in list.Tasks)
                {
                    json.WriteNumberValue(task.Id);
                    json.WriteNumberValue(task.Space);
                }

                json.WriteEndArray();
                break;
            case MemberList members:
                json.WriteStartArray("members");
                foreach (var task in members.Tasks) json.WriteNumberValue(task);
                json.WriteEndArray();
                break;
            case BindingView bound:
                json.WriteNumber("chiplet", bound.Chiplet);
                json.WriteNumber("place", bound.Place);
                json.WriteNumber("own", bound.Own);
                json.WriteNumber("ownAsids", bound.OwnAsids);
                json.WriteNumber("shared", bound.Shared);
                json.WriteNumber("sharedAsids", bound.SharedAsids);
                json.WriteStartArray("shifts");
                foreach (var shift in bound.Shifts) json.WriteNumberValue(shift);
                json.WriteEndArray();
                break;
            case FaultView fault:
                json.WriteNumber("address", fault.Address);
                json.WriteBoolean("writes", fault.Writes);
                json.WriteString("turn", fault.Turn.ToString());
                break;
            case AsidView asids:
                json.WriteNumber("first", asids.First);
                json.WriteNumber("generation", asids.Generation);
                break;
            case EntryView entry:
                json.WriteNumber("asids", entry.Asids);
                json.WriteNumber("start", entry.Start);
                json.WriteNumber("length", entry.Length);
                json.WriteNumber("frame", entry.Frame);
                json.WriteBoolean("writes", entry.Writes);
                break;
            case SegmentList segments:
                json.WriteStartArray("segments");
                foreach (var segment in segments.Segments)
                {
                    json.WriteNumberValue(segment.Id);
                    json.WriteNumberValue(segment.Owner);
                    json.WriteNumberValue(segment.Range.Start.Value);
                    json.WriteNumberValue(segment.Range.Length);
                    json.WriteNumberValue(segment.Writes ? 1 : 0);
                }

                json.WriteEndArray();
                break;
            case PermitList permits:
                json.WriteStartArray("permits");
                foreach (var permit in permits.Permits)
                {
                    json.WriteNumberValue(permit.Id);
                    json.WriteNumberValue(permit.Segment);
                    json.WriteNumberValue(permit.Writes ? 1 : 0);
                }

                json.WriteEndArray();
                break;
            case MapView map:
                json.WriteStartArray("mappings");
                foreach (var mapping in map.Mappings)
                {
                    json.WriteNumberValue(mapping.Range.Start.Value);
                    json.WriteNumberValue(mapping.Range.Length);
                    json.WriteNumberValue(mapping.PageSize.Shift);
                    json.WriteNumberValue((int)mapping.Rights);
                    json.WriteNumberValue(mapping.Attachment?.Permit.Value ?? 0);
                    json.WriteNumberValue(mapping.Attachment?.Shows.Value ?? 0);
                }

                json.WriteEndArray();
                break;
        }
    }

    private void WriteUnlessZero(string name, long number)
    {
        if (number != 0) json.WriteNumber(name, number);
    }

    private void EndLine()
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        stream.WriteByte((byte)'\n');
        lines++;
    }
}
