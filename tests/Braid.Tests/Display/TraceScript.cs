namespace Braid.Tests.Display;

/// <summary>Writes a trace by hand, keeping the values of its locations as an explorer would.</summary>
internal sealed class TraceScript(params string[] threads)
{
    private readonly List<StepRecord> steps = [];
    private readonly List<TraceEvent> events = [];
    private readonly Dictionary<string, string> values = [];

    public Trace Trace => new() { Threads = threads, Steps = steps, Events = events };

    public TraceScript Holds(string location, string value)
    {
        values[location] = value;
        return this;
    }

    public TraceScript Begin(int thread, string text) => Event(thread, TraceEventKind.Begin, text);

    public TraceScript End(int thread, string text) => Event(thread, TraceEventKind.End, text);

    public TraceScript Note(int thread, string text) => Event(thread, TraceEventKind.Note, text);

    public TraceScript Load(int thread, string location) =>
        Step(thread, OperationKind.Load, location, "", values[location], values[location], values[location]);

    public TraceScript Store(int thread, string location, string value) => Write(thread, OperationKind.Store, location, value, "");

    public TraceScript Exchange(int thread, string location, string value) => Write(thread, OperationKind.Exchange, location, value, values[location]);

    public TraceScript CompareExchange(int thread, string location, string expected, string value)
    {
        var before = values[location];
        if (before == expected) values[location] = value;
        return Step(thread, OperationKind.CompareExchange, location, $"{expected} → {value}", before, before, values[location], before == expected);
    }

    public TraceScript Lock(int thread, string location) => Step(thread, OperationKind.Enter, location, "", "", isWrite: true);

    public TraceScript Unlock(int thread, string location) => Step(thread, OperationKind.Exit, location, "", "", isWrite: true);

    public TraceScript Ticket(int thread, string location, string ticket) => Step(thread, OperationKind.PrepareToWait, location, "", ticket);

    public TraceScript Wake(int thread, string location) => Step(thread, OperationKind.WakeAll, location, "", "", isWrite: true);

    public TraceScript Choose(int thread, string location, string value) => Step(thread, OperationKind.Choose, location, "", value);

    public TraceScript Fence(int thread)
    {
        steps.Add(new() { Thread = thread, Kind = OperationKind.Fence, Location = "", Result = "", IsDecision = false });
        return this;
    }

    public Failure Fails(FailureKind kind, string identity, string message, string scenario, long foundAfter = 212) => new()
    {
        Kind = kind,
        Identity = identity,
        Message = message,
        FoundAfter = foundAfter,
        Trace = Trace,
        Schedule = new()
        {
            Scenario = scenario,
            Engine = "Braid 0.1.0",
            Threads = threads,
            FailureKind = kind,
            FailureIdentity = identity,
            Decisions = [.. steps.Where(step => step.IsDecision).Select(step => new Decision(step.Thread, step.Kind, step.Location,
                step.Kind == OperationKind.Choose ? int.Parse(step.Result, System.Globalization.CultureInfo.InvariantCulture) : null))],
        },
    };

    private TraceScript Write(int thread, OperationKind kind, string location, string value, string result)
    {
        var before = values[location];
        values[location] = value;
        return Step(thread, kind, location, value, result, before, value, isWrite: true);
    }

    private TraceScript Step(
        int thread, OperationKind kind, string location, string argument, string result, string? before = null, string? after = null, bool isWrite = false)
    {
        steps.Add(new()
        {
            Thread = thread, Kind = kind, Location = location, Argument = argument, Result = result, Before = before, After = after, IsAsBefore = before is not null && before == after, IsWrite = isWrite,
        });
        return this;
    }

    private TraceScript Event(int thread, TraceEventKind kind, string text)
    {
        events.Add(new(steps.Count, thread, kind, text));
        return this;
    }
}
