using System.Collections.Immutable;

namespace Xvma.Model.Tests;

/// <summary>Pictures of machines that are right, and ways to make them wrong.</summary>
internal static class Pictures
{
    public const long PrivateFrame = 1;
    public const long SharedFrame = 2;
    public static readonly MachineOptions Options = new();
    public static readonly AddressRange PrivatePage = new(Options.Layout.PrivateBase, PageSize.Of64K.Bytes);
    public static readonly AddressRange SharedPage = new(Options.Layout.SharedBase, PageSize.Of64K.Bytes);

    /// <summary>Two tasks of one group, both loaded; a private page of the first and a shared one, both in the TLB.</summary>
    public static MachineSnapshot Right { get; } = new(
        [Task(1, space: 1, [Mapping(PrivatePage)], [Page(PrivatePage, PrivateFrame)]), Task(2, space: 2, [], [])],
        [new(new(1), 1000, [1, 2], new(3, 0, [Mapping(SharedPage)], [Page(SharedPage, SharedFrame)]))],
        [
            new(
                0,
                [new(0, 1, 1, 8, 3, 24), new(1, 2, 2, 16, 3, 24)],
                [
                    new(1, 1, 8, PrivatePage, PrivateFrame, Rights.ReadWrite),
                    new(1, 3, 28, SharedPage, SharedFrame, Rights.ReadWrite),
                    new(2, 3, 28, SharedPage, SharedFrame, Rights.ReadWrite),
                ]),
        ],
        LiveFrames: 2,
        LiveBytes: 2 * 65_536);

    public static MachineSnapshot Empty { get; } = new([], [], [new(0, [], [])], 0, 0);

    public static TaskSnapshot Task(long id, long space, ImmutableArray<MappingSnapshot> mappings, ImmutableArray<PageSnapshot> pages) =>
        new(id, 1000, TaskState.Alive, new(1), new(space, 0, mappings, pages));

    public static MappingSnapshot Mapping(AddressRange range, Rights rights = Rights.ReadWrite) => new(range, PageSize.Of64K, rights);

    public static PageSnapshot Page(AddressRange page, long frame, int references = 1, int pins = 0) => new(page, frame, references, pins);

    public static MachineSnapshot WithTask(this MachineSnapshot machine, Func<TaskSnapshot, TaskSnapshot> change) =>
        machine with { Tasks = machine.Tasks.SetItem(0, change(machine.Tasks[0])) };

    public static MachineSnapshot WithGroup(this MachineSnapshot machine, Func<GroupSnapshot, GroupSnapshot> change) =>
        machine with { Groups = machine.Groups.SetItem(0, change(machine.Groups[0])) };

    public static MachineSnapshot WithShared(this MachineSnapshot machine, Func<SpaceSnapshot, SpaceSnapshot> change) =>
        machine.WithGroup(group => group with { Shared = change(group.Shared) });

    public static MachineSnapshot WithContext(this MachineSnapshot machine, Func<ContextSnapshot, ContextSnapshot> change) =>
        machine with { Chiplets = [machine.Chiplets[0] with { Contexts = machine.Chiplets[0].Contexts.SetItem(0, change(machine.Chiplets[0].Contexts[0])) }] };

    public static MachineSnapshot WithTranslation(this MachineSnapshot machine, int index, Func<TranslationSnapshot, TranslationSnapshot> change)
    {
        var all = machine.Chiplets[0].Translations;
        return machine with { Chiplets = [machine.Chiplets[0] with { Translations = all.SetItem(index, change(all[index])) }] };
    }
}
