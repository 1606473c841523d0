namespace Braid;

internal abstract partial class Execution
{
    /// <summary>Marks the name of a cell that stands for a block of memory; its value is the block's length, 0 once released.</summary>
    private const int BlockIndex = -2;

    private const string UseAfterFree = "INV-6";

    public long ReserveMemory(long bytes)
    {
        if (bytes is <= 0 or > TrackedMemory.MaxBlockBytes || bytes % 4096 != 0)
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "A reservation is a positive multiple of 4,096 bytes.");
        var key = LogEntry.KeyOf(OperationKind.ReserveMemory, 0);
        if (Replays(key, out var logged)) return logged;
        if (mode == Mode.Unwinding) throw Unwinding.Instance;
        var isLive = mode == Mode.Scheduled;
        var block = NewCell(new(new("memory", Number: NextBlock()), BlockIndex), isLocal: isLive);
        values[block] = bytes;
        var address = TrackedMemory.AddressOf(block);
        if (!isLive) return address;
        Append(key, address);
        recorder?.Local(current, OperationKind.ReserveMemory, address, NameOfMemory(address));
        return address;
    }

    /// <summary>An operation on memory; gives what was there before, or what is there for a read.</summary>
    public ulong Memory(OperationKind kind, MemoryOrder order, long address, long bytes, ulong value = 0, ulong expected = 0, MemoryImage? image = null)
    {
        var key = LogEntry.KeyOf(kind, address);
        if (Replays(key, out var logged)) return (ulong)logged;
        var block = BlockAt(kind, address, bytes);
        if (mode != Mode.Scheduled)
        {
            AtOnce(kind, block, kind is OperationKind.LoadMemory or OperationKind.CopyFrom);
            return IsLive(kind, address, bytes) ? ActOnMemory(kind, address, bytes, value, expected, image) : 0;
        }

        var thread = current;
        if (turn == thread)
        {
            CheckPending(thread, kind, block);
        }
        else
        {
            ref var operation = ref pending[thread];
            operation.Kind = kind;
            operation.Order = order;
            operation.Location = block;
            operation.Low = kind == OperationKind.ReleaseMemory ? 0 : TrackedMemory.OffsetOf(address) / 8;
            operation.High = kind == OperationKind.ReleaseMemory ? long.MaxValue : (TrackedMemory.OffsetOf(address) + bytes + 7) / 8;
            operation.Value = address;
            operation.Expected = (long)expected;
            operation.Extra = bytes;
            if (!Arrive(thread, canBlock: false)) return (ulong)Replayed(key);
        }

        Take(thread);
        image?.IsTaken = true;
        ulong before = 0, result = 0, after = 0;
        if ((isBuffered && IsBufferedStore(kind, order)) || IsLive(kind, address, bytes))
        {
            if (isBuffered && ActInBuffer(kind, order, address, bytes, value, image, out result))
            {
                Append(key, (long)result);
                if (watching) AfterStep(thread, MemoryText(kind, bytes, kind == OperationKind.LoadMemory ? result : value));
                return result;
            }

            var isWord = bytes <= 8 && kind is not (OperationKind.CopyFrom or OperationKind.CopyTo);
            if (isWord) before = memory.Read(address, (int)bytes);
            result = ActOnMemory(kind, address, bytes, value, expected, image);
            if (isWord) after = memory.Read(address, (int)bytes);
        }

        Append(key, (long)result);
        if (watching) AfterStep(thread, (long)before, (long)after, (long)result);
        return result;
    }

    /// <summary>As for cells. What a copy or a fill writes is one entry of the buffer: bytes that reach memory together, as they do under sequential consistency.</summary>
    private bool ActInBuffer(OperationKind kind, MemoryOrder order, long address, long bytes, ulong value, MemoryImage? image, out ulong result)
    {
        result = 0;
        if (IsBufferedStore(kind, order))
        {
            ref var operation = ref pending[current];
            Buffer(current, new()
            {
                Kind = kind,
                Location = operation.Location,
                Value = address,
                Data = kind == OperationKind.StoreMemory && bytes < 8 ? value & ((1UL << (int)(8 * bytes)) - 1) : value,
                Bytes = bytes,
                Low = operation.Low,
                High = operation.High,
                Reference = image,
            });
            return true;
        }

        if (!IsMemoryRead(kind) || Cover(current, address, bytes, out var number) is not { } below) return false;
        result = ActOnMemory(kind, address, bytes, 0, 0, image);
        Uncover(current, number, below);
        return true;
    }

    private static string MemoryText(OperationKind kind, long bytes, ulong value) =>
        kind is OperationKind.StoreMemory or OperationKind.LoadMemory ? $"0x{value:X}" : $"{bytes} bytes";

    /// <summary>Copies in two steps: what is read and what is written can be far apart.</summary>
    public void CopyMemory(long source, long destination, long bytes)
    {
        if (bytes == 0) return;
        var at = Cursor;
        var image = new MemoryImage();
        Memory(OperationKind.CopyFrom, MemoryOrder.Acquire, source, bytes, image: image);
        if (mode == Mode.Scheduled)
        {
            // The first half may have been performed by an earlier execution of this code: its bytes are what counts.
            var own = logs[current];
            own.ReserveReferences();
            if (image.IsTaken) own.References[at] = image;
            else image = (MemoryImage)own.References[at]!;
        }

        Memory(OperationKind.CopyTo, MemoryOrder.Release, destination, bytes, image: image);
    }

    private ulong ActOnMemory(OperationKind kind, long address, long bytes, ulong value, ulong expected, MemoryImage? image)
    {
        switch (kind)
        {
            case OperationKind.ReleaseMemory:
                values[TrackedMemory.BlockOf(address)] = 0;
                return 0;
            case OperationKind.CopyFrom:
                image!.TakeFrom(memory.ImageOf(address, bytes));
                return 0;
            case OperationKind.CopyTo:
                memory.Write(address, bytes, image!);
                return 0;
            case OperationKind.FillMemory:
                memory.Fill(address, bytes, (byte)value);
                return 0;
        }

        var width = (int)bytes;
        var before = memory.Read(address, width);
        switch (kind)
        {
            case OperationKind.LoadMemory:
                return before;
            case OperationKind.StoreMemory:
                memory.Write(address, width, value);
                return 0;
            case OperationKind.FetchAddMemory:
                memory.Write(address, width, before + value);
                return before;
            case OperationKind.ExchangeMemory:
                memory.Write(address, width, value);
                return before;
            default:
                if (before == (width == 8 ? expected : (uint)expected)) memory.Write(address, width, value);
                return before;
        }
    }

    private int BlockAt(OperationKind kind, long address, long bytes)
    {
        var block = address > 0 ? TrackedMemory.BlockOf(address) : 0;
        if (block > 0 && block < cellNames.Length && cellNames[block].Index == BlockIndex) return block;
        throw Abort(FailureKind.Safety, UseAfterFree, $"{kind} of {bytes} bytes at 0x{address:X}, which was never reserved.");
    }

    /// <summary>Whether the block lives and the access lies inside; a violation if not.</summary>
    private bool IsLive(OperationKind kind, long address, long bytes)
    {
        if (FlawOf(kind, address, bytes) is not { } message) return true;
        if (!keepGoing || mode != Mode.Scheduled) throw Abort(FailureKind.Safety, UseAfterFree, message);
        Fail(FailureKind.Safety, UseAfterFree, message);
        return false;
    }

    private string? FlawOf(OperationKind kind, long address, long bytes)
    {
        var length = values[TrackedMemory.BlockOf(address)];
        if (kind == OperationKind.ReleaseMemory)
        {
            if (length == bytes && TrackedMemory.OffsetOf(address) == 0) return null;
        }
        else if (bytes > 0 && TrackedMemory.OffsetOf(address) + bytes <= length && (bytes > 8 || IsBulk(kind) || address % bytes == 0))
        {
            return null;
        }

        var what = (kind, length) switch
        {
            (OperationKind.ReleaseMemory, 0) => "which has been released already",
            (_, 0) => "which has been released",
            (OperationKind.ReleaseMemory, _) => $"which was reserved with {length} bytes",
            _ => $"not aligned and inside of its {length} bytes",
        };
        return $"{kind} of {bytes} bytes at {NameOfMemory(address)}, {what}.";
    }

    // Counted by maker, so that neither cells nor what others reserve change what a block is called.
    private int NextBlock() => mode == Mode.Arranging ? ++arrangedBlocks : ++reserved[SlotOf(current)];

    /// <summary>An address in words: <c>memory 3 + 0x40</c> was arranged, <c>memory 1 of reader</c> is the first block that this thread reserved.</summary>
    private string NameOfMemory(long address)
    {
        var block = TrackedMemory.BlockOf(address);
        if (block <= 0 || block >= cellNames.Length || cellNames[block].Index != BlockIndex) return $"address 0x{address:X}";
        var maker = block > arrangedCells ? (block - arrangedCells - 1) % stride : names.Count;
        var owner = maker < names.Count ? $" of {names[maker]}" : "";
        var offset = TrackedMemory.OffsetOf(address) is not 0 and var at ? $" + 0x{at:X}" : "";
        return $"memory {cellNames[block].Name.Number}{owner}{offset}";
    }

    private static bool IsBulk(OperationKind kind) => kind is OperationKind.CopyFrom or OperationKind.CopyTo or OperationKind.FillMemory;
}
