namespace Braid;

/// <summary>Writes down one execution, readable.</summary>
/// <param name="findsSources">Whether steps say where in the source they were taken.</param>
internal sealed class Recorder(bool findsSources = false)
{
    private readonly List<StepRecord> steps = [];
    private readonly List<TraceEvent> events = [];
    private SourceLine? failedAt;

    public Trace TraceOf(IReadOnlyList<string> threads) => new() { Threads = threads, Steps = [.. steps], Events = [.. events] };

    /// <summary>Number of steps that were decisions.</summary>
    public int Decisions { get; private set; }

    /// <summary>The execution fails, in the code that is running now.</summary>
    public void Failing()
    {
        if (findsSources) failedAt ??= SourceFinder.Here();
    }

    /// <summary>A step that failed before it was performed.</summary>
    public void Unfinished(int thread, in Operation operation, string location) =>
        Add(new() { Thread = thread, Kind = operation.Kind, Order = operation.Order, Location = location, Result = "✗", Source = failedAt });

    public void Call(int thread, TraceEventKind kind, string text) => events.Add(new(steps.Count, thread, kind, text));

    /// <summary>An operation that is no decision.</summary>
    public void Local(int thread, OperationKind kind, long result, string location = "") => steps.Add(new()
    {
        Thread = thread,
        Kind = kind,
        Order = kind is OperationKind.Fence or OperationKind.FenceHeavy ? MemoryOrder.Full : MemoryOrder.None,
        Location = location,
        Result = kind switch
        {
            OperationKind.Now => $"{result} ns",
            OperationKind.ReserveMemory => $"0x{result:X}",
            _ => "",
        },
        IsDecision = false,
    });

    public void Integer(int thread, in Operation operation, string location, long before, long after, long result, Func<long, string>? show)
    {
        var isMemory = operation.Kind is >= OperationKind.ReleaseMemory and <= OperationKind.CompareExchangeMemory;
        var isValue = operation.Kind <= OperationKind.SpinWhileEqual || isMemory;
        Add(new()
        {
            Thread = thread,
            Kind = operation.Kind,
            Order = operation.Order,
            Location = location,
            Argument = Argument(in operation, before, after, isMemory, show),
            Result = operation.Kind == OperationKind.Receive ? Render(operation.Reference) : Result(operation.Kind, before, result, show),
            Before = isValue ? Render(before, isMemory, show) : null,
            After = isValue ? Render(after, isMemory, show) : null,
            IsAsBefore = isValue && before == after,
            IsWrite = before != after || operation.Kind is OperationKind.Store or OperationKind.Exchange or OperationKind.StoreMemory
                or OperationKind.FillMemory or OperationKind.CopyTo or OperationKind.Send or OperationKind.ReleaseMemory or OperationKind.ExchangeMemory,
        });
    }

    public void Reference(int thread, in Operation operation, string location, object? before, object? after, object? result)
    {
        Add(new()
        {
            Thread = thread,
            Kind = operation.Kind,
            Order = operation.Order,
            Location = location,
            Argument = operation.Kind switch
            {
                OperationKind.LoadReference => "",
                OperationKind.CompareExchangeReference => $"{Render(operation.ExpectedReference)} → {Render(operation.Reference)}",
                _ => Render(operation.Reference),
            },
            Result = operation.Kind == OperationKind.StoreReference ? "" : Render(result),
            Before = Render(before),
            After = Render(after),
            IsAsBefore = ValueText.IsSame(before, after),
            IsWrite = operation.Kind is OperationKind.StoreReference or OperationKind.ExchangeReference || !ReferenceEquals(before, after),
        });
    }

    /// <summary>A step that its thread's store buffer alone took part in: a store that entered it, a read that it answered.</summary>
    public void Buffered(int thread, in Operation operation, string location, object? value, Func<long, string>? show)
    {
        var isRead = operation.Kind is OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual
            or OperationKind.LoadMemory or OperationKind.CopyFrom;
        var text = value is long number ? Render(number, isMemory: false, show) : Render(value);
        Add(new()
        {
            Thread = thread,
            Kind = operation.Kind,
            Order = operation.Order,
            Location = location,
            Argument = operation.Kind == OperationKind.SpinWhileEqual ? Render(operation.Value, isMemory: false, show) : isRead && operation.Kind != OperationKind.CopyFrom ? "" : text,
            Result = isRead && operation.Kind is not (OperationKind.CopyFrom or OperationKind.SpinWhileEqual) ? text : "",
            IsBuffered = true,
        });
    }

    /// <summary>A store to an integer cell or to memory reached it; <paramref name="bytes"/> is 0 for a word.</summary>
    public void Flushed(int thread, string location, long before, long after, bool isMemory, long bytes = 0, Func<long, string>? show = null) => Add(new()
    {
        Thread = thread,
        Kind = OperationKind.Flush,
        Location = location,
        Argument = bytes > 0 ? $"{bytes} bytes" : Render(after, isMemory, show),
        Result = "",
        Before = bytes > 0 ? null : Render(before, isMemory, show),
        After = bytes > 0 ? null : Render(after, isMemory, show),
        IsAsBefore = bytes == 0 && before == after,
        IsWrite = true,
    });

    /// <summary>A store to a reference cell reached it.</summary>
    public void Flushed(int thread, string location, object? before, object? after) => Add(new()
    {
        Thread = thread,
        Kind = OperationKind.Flush,
        Location = location,
        Argument = Render(after),
        Result = "",
        Before = Render(before),
        After = Render(after),
        IsAsBefore = ValueText.IsSame(before, after),
        IsWrite = true,
    });

    /// <summary>What a thread let go of or woke reached memory.</summary>
    public void Flushed(int thread, string location, string what) => Add(new()
    {
        Thread = thread,
        Kind = OperationKind.Flush,
        Location = location,
        Argument = what,
        Result = "",
        IsWrite = true,
    });

    private void Add(StepRecord step)
    {
        // What reaches memory out of a buffer is done by nobody's code in particular.
        steps.Add(findsSources && step.Kind != OperationKind.Flush && step.Source is null ? step with { Source = SourceFinder.Here() } : step);
        Decisions++;
    }

    private static string Argument(in Operation operation, long before, long after, bool isMemory, Func<long, string>? show) => operation.Kind switch
    {
        OperationKind.Load or OperationKind.LoadMemory => "",
        OperationKind.CompareExchange => $"{Render(operation.Expected, isMemory: false, show)} → {Render(operation.Value, isMemory: false, show)}",
        OperationKind.CompareExchangeMemory => Render(operation.Expected, isMemory: true),
        OperationKind.StoreMemory or OperationKind.ExchangeMemory => Render(after, isMemory: true),
        OperationKind.FetchAddMemory => $"{after - before}",
        OperationKind.CopyFrom or OperationKind.CopyTo or OperationKind.FillMemory or OperationKind.ReleaseMemory => $"{operation.Extra} bytes",
        OperationKind.Choose => $"of {operation.Value}",
        OperationKind.Delay => $"until {operation.Value} ns",
        OperationKind.Wait => $"ticket {operation.Value}",
        OperationKind.Send or OperationKind.CreateActor => Render(operation.Reference),
        OperationKind.Add or OperationKind.And or OperationKind.Or => $"{operation.Value}", // a difference or a mask, not what a cell holds
        _ when operation.Kind <= OperationKind.SpinWhileEqual && !isMemory => Render(operation.Value, isMemory: false, show),
        _ => "",
    };

    private static string Result(OperationKind kind, long before, long result, Func<long, string>? show) => kind switch
    {
        OperationKind.TryEnter or OperationKind.TryEnterRead or OperationKind.TryEnterWrite => result != 0 ? "taken" : "not taken",
        OperationKind.EnterWrite => result != 0 ? "" : "must wait",
        OperationKind.Load or OperationKind.CompareExchange or OperationKind.Exchange or OperationKind.Add or OperationKind.And
            or OperationKind.Or or OperationKind.PrepareToWait or OperationKind.Choose => Render(result, isMemory: false, show),
        OperationKind.LoadMemory or OperationKind.FetchAddMemory or OperationKind.ExchangeMemory or OperationKind.CompareExchangeMemory =>
            Render(before, isMemory: true),
        _ => "",
    };

    private static string Render(long value, bool isMemory, Func<long, string>? show = null) => isMemory ? $"0x{value:X}" : show is null ? $"{value}" : show(value);

    private static string Render(object? value) => ValueText.Of(value);
}
