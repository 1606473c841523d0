using Xvma.Tests.Support;

namespace Xvma.Tests.Sequences;

/// <summary>Runs a program on a machine and on the model, one step after the other, and says where they first differ.</summary>
internal sealed class MachineAgainstModel
{
    private const int WindowPages = 16;
    private const int MostTasks = 5;
    private const ulong Page = 4096;

    private static readonly PageSize[] Sizes =
        [PageSize.Of4K, PageSize.Of4K, PageSize.Of4K, PageSize.Of4K, PageSize.Of4K, new(13), new(13), new(14), PageSize.Of64K];
    private static readonly Rights[] AllRights = [.. Enumerable.Repeat(Rights.ReadWrite, 12), Rights.Read, Rights.Read, Rights.None, (Rights)2];
    private static readonly int[] Uids = [7, 7, 7, 0];

    private readonly Machine machine;
    private readonly ModelMachine model;
    private readonly List<XvmaTask> tasks = [];

    public MachineAgainstModel(MachineOptions options, bool forgetsRights = false)
    {
        machine = Machine.Create(options with { PageSizes = new(PageSize.Of4K, new PageSize(13), new PageSize(14)) });
        model = new(options.Layout, machine.Options.PageSizes) { ForgetsRights = forgetsRights };
    }

    /// <summary>How many steps were done and not refused.</summary>
    public int Done { get; private set; }

    public string? FirstDifference(IEnumerable<Operation> program)
    {
        Start(7);
        foreach (var operation in program)
        {
            var (did, should) = Apply(operation);
            if (did != should) return $"{operation}: {did} instead of {should}";
            if (CompareHoldings() is { } difference) return $"after {operation}: {difference}";
            if (did.TrimStart('(').StartsWith(nameof(XvmaError.None), StringComparison.Ordinal)) Done++;
        }

        foreach (var task in tasks) task.Dispose();
        Holds.Nothing(machine);
        return null;
    }

    private (string Did, string Should) Apply(Operation operation)
    {
        var who = operation.Task % tasks.Count;
        var (task, twin) = (tasks[who], model.Tasks[who]);
        var choice = operation.Choice;
        var at = Place(operation.At, twin);
        var range = new AddressRange(new(at), ((ulong)(operation.Amount % 6) * Page) + Page - (choice % 13 == 0 ? 1UL : 0));
        var rights = AllRights[choice % AllRights.Length];
        var word = new ExtendedAddress(at + (choice % 2 == 0 ? 0 : Page - 8));
        switch (operation.Kind)
        {
            case OperationKind.Start:
                if (tasks.Count < MostTasks) Start(Uids[choice % Uids.Length]);
                return Same(XvmaError.None, XvmaError.None);
            case OperationKind.Create:
                var created = task.TryCreateSharedXmm();
                return Same((created.Error, created.Value.Value), (model.Create(twin), created.IsOk ? twin.Group!.Id : 0));
            case OperationKind.Join:
                var id = operation.Amount % 4;
                return Same(task.TryJoin(new(id)).Error, model.Join(twin, id));
            case OperationKind.Leave:
                return Same(task.TryLeave().Error, ModelMachine.Leave(twin));
            case OperationKind.MapPrivate or OperationKind.MapShared:
                return Map(operation, task, twin, operation.Kind == OperationKind.MapShared);
            case OperationKind.Unmap:
                return Same(task.TryUnmap(range).Error, model.Unmap(twin, range));
            case OperationKind.Protect:
                return Same(task.TryProtect(range, rights).Error, model.Protect(twin, range, rights));
            case OperationKind.ChangeUid:
                var uid = Uids[choice % Uids.Length];
                return Same(task.TryChangeUid(uid).Error, ModelMachine.ChangeUid(twin, uid));
            case OperationKind.Fork:
                if (tasks.Count >= MostTasks) return Same(XvmaError.None, XvmaError.None);
                var forked = task.TryFork();
                if (forked.IsOk) tasks.Add(forked.Value);
                return Same(forked.Error, model.Fork(twin));
            case OperationKind.Exec:
                return Same(task.TryExec().Error, model.Exec(twin));
            case OperationKind.Exit:
                return Same(task.TryExit().Error, model.Exit(twin));
            case OperationKind.Load:
                return Same((task.Gru.TryLoad(word, 8, out var loaded), loaded), model.Word(twin, word.Value, null));
            case OperationKind.Store:
                var stored = task.Gru.TryStore(word, 8, (ulong)choice);
                return Same(stored, model.Word(twin, word.Value, _ => (ulong)choice).Cause);
            case OperationKind.FetchAdd:
                return Same((task.Gru.TryFetchAdd(word, 8, (ulong)choice, out var old), old), model.Word(twin, word.Value, now => now + (ulong)choice));
            case OperationKind.CompareAndSwap:
                return Same(
                    (task.Gru.TryCompareAndSwap(word, 8, 0, (ulong)choice, out var seen), seen),
                    model.Word(twin, word.Value, now => now == 0 ? (ulong)choice : now));
            case OperationKind.Fill:
                var length = (ulong)(operation.Amount % 20_000);
                var filled = task.Gru.TryFill(word, length, (byte)choice, out var done);
                return Same((filled, done), model.Fill(twin, word.Value, length, (byte)choice));
            default:
                var bytes = (ulong)(operation.Amount % 20_000);
                var to = Place(choice, twin) + (ulong)(choice % 3);
                var copied = task.Gru.TryCopy(word, new(to), bytes, out var moved);
                return Same((copied, moved), model.Copy(twin, word.Value, to, bytes));
        }
    }

    private (string Did, string Should) Map(Operation operation, XvmaTask task, ModelTask twin, bool shared)
    {
        var size = Sizes[operation.Choice % Sizes.Length];
        var rights = AllRights[operation.Choice / 8 % AllRights.Length];
        var length = ((ulong)(operation.Amount % 23 == 0 ? 0 : 1 + (operation.Amount % 4)) * size.Bytes) + (operation.Choice % 29 == 0 ? 1UL : 0);
        ulong? at = operation.At % 2 == 0 ? null : Address(operation.At / 2);
        if (operation.Choice % 11 != 0) at -= at % size.Bytes;
        var place = at is { } value ? new ExtendedAddress(value) : default(ExtendedAddress?);
        var did = shared ? task.TryMapShared(length, size, rights, place) : task.TryMapPrivate(length, size, rights, place);
        return Same((did.Error, did.Value.Start.Value), model.Map(twin, shared, length, size, rights, at));
    }

    private string? CompareHoldings()
    {
        var now = machine.Snapshot();
        var living = model.Tasks.Select((task, index) => (Twin: task, Id: index + 1L)).Where(task => !task.Twin.IsDead).ToArray();
        return Differ("frames", now.LiveFrames, model.Frames)
            ?? Differ("tasks", Text(now.Tasks.Select(task => (task.Id, task.Uid, task.Membership?.Value ?? 0))),
                Text(living.Select(task => (task.Id, task.Twin.Uid, (long)(task.Twin.Group?.Id ?? 0)))))
            ?? Differ("groups", Text(now.Groups.Select(group => (group.Id.Value, group.Uid, group.Members.Length))),
                Text(model.Groups.Select(group => ((long)group.Id, group.Uid, group.Members))))
            ?? now.Tasks.Zip(living, (task, twin) => CompareSpace(task.Private, twin.Twin.Own)).FirstOrDefault(found => found is not null)
            ?? now.Groups.Zip(model.Groups, (group, twin) => CompareSpace(group.Shared, twin.Space)).FirstOrDefault(found => found is not null)
            ?? (now.Chiplets.Any(chiplet => chiplet.Translations.Any(entry => !Explains(now, entry))) ? "an entry that no mapping explains" : null);
    }

    private static string? CompareSpace(SpaceSnapshot space, ModelSpace twin) =>
        Differ("range-active", space.RangeActive, 0)
        ?? Differ("mappings", Text(space.Mappings.Select(it => (it.Range.Start.Value, it.Range.Length, it.PageSize, it.Rights))),
            Text(twin.Mappings.Select(it => (it.Start, it.Length, it.PageSize, it.Rights))))
        ?? Differ("frames of a space", space.Frames.Length, twin.Frames)
        ?? (space.Frames.Any(page => (page.References, page.Pins) != (1, 0)) ? "counts are not exact" : null);

    // INV-2, INV-4 at rest: a usable entry is of a page that its space maps, with its frame and its rights.
    private static bool Explains(MachineSnapshot now, TranslationSnapshot entry)
    {
        var task = now.Tasks.Single(task => task.Id == entry.Task);
        var space = task.Private.Id == entry.Space ? task.Private : now.Groups.Single(group => group.Id == task.Membership).Shared;
        return space.Id == entry.Space
            && space.Frames.Any(page => page.Page == entry.Page && page.Frame == entry.Frame)
            && space.Mappings.Any(mapping => mapping.Range.Contains(entry.Page) && mapping.Rights == entry.Rights);
    }

    private void Start(int uid)
    {
        tasks.Add(machine.StartTask(uid));
        model.Start(uid);
    }

    // Mostly a page that the task has mapped, else programs would be about refusals.
    private ulong Place(int at, ModelTask twin)
    {
        var mapped = twin.Own.Mappings.Concat(twin.Group?.Space.Mappings ?? []).ToArray();
        if (at % 4 == 0 || mapped.Length == 0) return Address(at / 4);
        var mapping = mapped[at / 4 % mapped.Length];
        return mapping.Start + ((ulong)(at / 64) * Page % mapping.Length);
    }

    private ulong Address(int at)
    {
        var page = at % (2 * WindowPages);
        var region = page < WindowPages ? machine.Options.Layout.PrivateBase : machine.Options.Layout.SharedBase;

        // Now and then the page before: the hole, or the last private one.
        return at % 37 == 0 ? region.Value - Page : region.Value + ((ulong)(page % WindowPages) * Page);
    }

    private static string Text<T>(IEnumerable<T> values) => string.Join(' ', values);

    private static string? Differ<T>(string what, T did, T should) => Equals(did, should) ? null : $"{what} {did} instead of {should}";

    private static (string Did, string Should) Same<T>(T did, T should) => ($"{did}", $"{should}");
}
