using System.Collections.Immutable;
using System.Text.Json;
using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>One line of a trace as what it says.</summary>
internal readonly struct TraceLine(JsonElement line, long number)
{
    /// <summary>More of anything than this is no id that a machine of a trace has given out.</summary>
    private const long MostIds = 1L << 24;

    public bool Has(string name) => line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out _);

    public TraceFormatException Wrong(string reason) => new(number, reason);

    public string Text(string name) => Property(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Wrong($"“{name}” is no text");

    public long Number(string name) =>
        Property(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var value) ? value : throw Wrong($"“{name}” is no integer");

    public int Integer(string name) => Number(name) is >= 0 and < MostIds and var value ? (int)value : throw Wrong($"“{name}” is out of range");

    public T Member<T>(string name)
        where T : struct, Enum =>
        Text(name) is var text && Enum.TryParse<T>(text, out var member) && Enum.IsDefined(member) && member.ToString() == text ? member : throw Wrong($"“{name}” says “{text}”, which is not known");

    public MachineOptions Machine()
    {
        var machine = Object("machine");
        var options = new MachineOptions
        {
            Layout = new(new(machine.Unsigned("processorLimit")), new(machine.Unsigned("privateBase")), new(machine.Unsigned("sharedBase"))),
            Partitions = machine.Has("partitions") ? machine.Integer("partitions") : 1,
            Chiplets = machine.Integer("chiplets"),
            ContextsPerChiplet = machine.Integer("contextsPerChiplet"),
            SlotsPerContext = machine.Integer("slotsPerContext"),
            TlbSets = machine.Integer("tlbSets"),
            TlbWays = machine.Integer("tlbWays"),
            AsidLimit = machine.Number("asidLimit"),
        };
        try
        {
            options.Validate();
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw Wrong($"no such machine: {wrong.Message}");
        }

        return options;
    }

    public CallView Call() => new(
        Member<Operation>("call"), OptionalId("task"), (int)OptionalId("slot"), Has("address") ? Unsigned("address") : 0, Has("length") ? Unsigned("length") : 0,
        Has("destination") ? Unsigned("destination") : 0, Optional("number"), (int)OptionalId("pageShift"), (Rights)OptionalId("rights"), (int)OptionalId("partition"))
    {
        Elements = Has("elements") ? [.. Numbers("elements", 1)] : default,
    };

    public InvalidationView Invalidation() => AddressRange.TryCreate(new(Unsigned("address")), Unsigned("length"), out var range)
        ? new(Integer("invalidates"), range, Truth("recall"))
        : throw Wrong("it has no such range");

    public CellEvent Event()
    {
        var kind = Member<CellKind>("cell");
        var value = Has("value") ? Value(kind) : null;
        return new(Integer("thread"), kind, Integer("of"), (int)OptionalId("part"), Member<Touch>("touch"), Optional("number"), value);
    }

    private object Value(CellKind kind)
    {
        var value = Object("value");
        switch (kind)
        {
            case CellKind.Membership:
                return new GroupView(value.Integer("id"), (int)value.Number("uid"), value.Integer("space"));
            case CellKind.Tasks:
                return new TaskList([.. value.Numbers("tasks", 2).Chunk(2).Select(pair => new TaskView((long)pair[0], (long)pair[1]))]);
            case CellKind.Members or CellKind.Residents:
                return new MemberList([.. value.Numbers("members", 1).Select(task => (long)task)]);
            case CellKind.Binding:
                return new BindingView(
                    value.Integer("chiplet"), value.Integer("place"), value.Integer("own"), value.Number("ownAsids"), value.Integer("shared"), value.Number("sharedAsids"),
                    [.. value.Numbers("shifts", 1).Select(shift => (int)shift)]);
            case CellKind.Fault:
                return new FaultView(value.Unsigned("address"), value.Truth("writes"), value.Member<FaultTurn>("turn"));
            case CellKind.Asids:
                return new AsidView(value.Integer("first"), value.Number("generation"));
            case CellKind.TlbEntry:
                return new EntryView(value.Integer("asids"), value.Unsigned("start"), value.Unsigned("length"), value.Integer("frame"), value.Truth("writes"));
            case CellKind.Mappings:
                return value.Map();
            case CellKind.Segments:
                return new SegmentList([.. value.Numbers("segments", 5).Chunk(5).Select(value.Segment)]);
            case CellKind.Permits:
                return new PermitList([.. value.Numbers("permits", 3).Chunk(3).Select(each => new PermitView((long)each[0], (long)each[1], each[2] != 0))]);
            default:
                throw Wrong($"a cell of the kind {kind} holds no such value");
        }
    }

    private MapView Map()
    {
        var mappings = ImmutableArray.CreateBuilder<MappingSnapshot>();
        foreach (var each in Numbers("mappings", 6).Chunk(6))
        {
            if (each[2] is < PageSize.MinShift or > PageSize.MaxShift || !AddressRange.TryCreate(new(each[0]), each[1], out var range)) throw Wrong("a mapping of it can be none");
            mappings.Add(new(range, new((int)each[2]), (Rights)each[3], each[4] == 0 ? null : new(new((long)each[4]), new(each[5]))));
        }

        return new(mappings.ToImmutable());
    }

    private SegmentView Segment(ulong[] each) => AddressRange.TryCreate(new(each[2]), each[3], out var range)
        ? new((long)each[0], (long)each[1], range, each[4] != 0)
        : throw Wrong("a segment of it can be none");

    private ulong[] Numbers(string name, int multiple)
    {
        if (Property(name) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() % multiple != 0) throw Wrong($"“{name}” is no list of the right length");
        var numbers = new ulong[array.GetArrayLength()];
        for (var at = 0; at < numbers.Length; at++)
        {
            if (array[at].ValueKind != JsonValueKind.Number || !array[at].TryGetUInt64(out numbers[at])) throw Wrong($"“{name}” is no list of integers");
        }

        return numbers;
    }

    private ulong Unsigned(string name) =>
        Property(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetUInt64(out var value) ? value : throw Wrong($"“{name}” is no address or length");

    private bool Truth(string name) => Property(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong($"“{name}” is neither true nor false"),
    };

    private long Optional(string name) => Has(name) ? Number(name) : 0;

    private long OptionalId(string name) => Has(name) ? Integer(name) : 0;

    private TraceLine Object(string name) =>
        Property(name) is { ValueKind: JsonValueKind.Object } inner ? new(inner, number) : throw Wrong($"“{name}” is no object");

    private JsonElement Property(string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var found) ? found : throw Wrong($"“{name}” is missing");
}
