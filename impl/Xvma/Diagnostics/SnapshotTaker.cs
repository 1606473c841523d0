using System.Collections.Immutable;

namespace Xvma;

/// <summary>Reads a machine's cells into a snapshot.</summary>
internal static class SnapshotTaker<TSync>
    where TSync : struct, Sync.ISync
{
    public static MachineSnapshot Take(MachineParts<TSync> parts) => new(
        [.. parts.Tasks.Entries.Values.Select(task => new TaskSnapshot(task.Id, task.Uid, task.State, task.Membership, SpaceOf(task.Own)))],
        [.. parts.Groups.Entries.Values.Select(group => new GroupSnapshot(group.Id, group.Uid, [.. group.Members], SpaceOf(group.Space)))],
        [.. parts.Chiplets.Select(ChipletOf)],
        parts.Frames.LiveFrames,
        parts.Frames.LiveBytes)
    {
        MegaPages = parts.MegaPages.Usage,
    };

    private static SpaceSnapshot SpaceOf(AddressSpace<TSync> space)
    {
        var mappings = space.Mappings;
        var pages = ImmutableArray.CreateBuilder<PageSnapshot>();
        foreach (var mapping in mappings)
        {
            var shift = mapping.PageSize.Shift;
            var first = (long)(mapping.BackingOffset >> shift);
            mapping.Backing.VisitFrames(first, (long)(mapping.Range.Length >> shift), (index, frame) => pages.Add(new(
                new(mapping.Range.Start + ((ulong)(index - first) << shift), mapping.PageSize.Bytes), frame.Id, frame.References, frame.Pins)
            {
                MegaPlace = ReferenceEquals(frame.Source, space.Parts.MegaPages) ? frame.Place : null,
            }));
        }

        return new(
            space.Id,
            space.RangeActive,
            [.. mappings.Select(mapping => new MappingSnapshot(mapping.Range, mapping.PageSize, mapping.Rights))],
            pages.ToImmutable());
    }

    private static ChipletSnapshot ChipletOf(Chiplet<TSync> chiplet)
    {
        var contexts = ImmutableArray.CreateBuilder<ContextSnapshot>();
        var translations = ImmutableArray.CreateBuilder<TranslationSnapshot>();
        for (var slot = 0; slot < chiplet.ContextSlots; slot++)
        {
            if (chiplet.ContextAt(slot) is not { } context || context.Binding is not { } binding) continue;
            contexts.Add(new(
                slot, context.Task, binding.Own.Id, binding.OwnAsids.First, binding.Shared?.Id ?? 0, binding.SharedAsids.First));
            foreach (var entry in chiplet.Tlb.Entries())
            {
                // Usable is what the context's own configuration leads to, as a hit would find it.
                if (binding.AsidsOf(entry.Page.Start.Value) != entry.Asids) continue;
                var space = binding.SpaceOf(context.Parts.Options.Layout.Classify(entry.Page.Start))!;
                translations.Add(new(context.Task, space.Id, entry.Asid, entry.Page, entry.Frame, entry.Rights));
            }
        }

        return new(chiplet.Index, contexts.ToImmutable(), translations.ToImmutable());
    }
}
