using System.Collections.Immutable;

namespace Xvma;

/// <summary>Reads a machine's cells into a snapshot.</summary>
internal static class SnapshotTaker<TSync>
    where TSync : struct, Sync.ISync
{
    public static MachineSnapshot Take(MachineParts<TSync> parts) => new(
        [.. parts.Tasks.Entries.Values.Select(TaskOf)],
        [.. parts.Groups.Entries.Values.Select(group => new GroupSnapshot(group.Id, group.Uid, [.. group.Members], SpaceOf(group.Space)))],
        [.. parts.Chiplets.Select(ChipletOf)],
        parts.Partitions.Sum(partition => partition.Frames.LiveFrames),
        parts.Partitions.Sum(partition => partition.Frames.LiveBytes))
    {
        Segments = [.. parts.Segments.Entries.Values.Select(segment => new SegmentSnapshot(
            segment.Id, segment.Owner, segment.Uid, segment.Range, segment.Rights, segment.Stage, segment.Attachments.Count()))],
        MegaPages = parts.Partitions.Length == 1 ? parts.Partitions[0].MegaPages.Usage : null,
        Partitions = [.. parts.Partitions.Select(partition => new PartitionSnapshot(
            partition.Index, partition.HasFailed, partition.Frames.LiveFrames, partition.Frames.LiveBytes, partition.MegaPages.Usage))],
    };

    /// <summary>A mapping as snapshots and traces show it.</summary>
    public static MappingSnapshot MappingOf(Mapping<Backing<TSync>> mapping) => new(
        mapping.Range, mapping.PageSize, mapping.Rights,
        mapping.Backing is Attachment<TSync> attachment ? new(attachment.Permit.Id, new(mapping.BackingOffset)) : null);

    private static TaskSnapshot TaskOf(TaskOf<TSync> task) => new(task.Id, task.Uid, task.State, task.Membership, SpaceOf(task.Own))
    {
        Partition = task.Partition,
        Permits = [.. task.Permits.Select(permit => new PermitSnapshot(permit.Id, permit.Segment.Id, permit.Rights) { IsLost = permit.Segment.IsLost })],
    };

    private static SpaceSnapshot SpaceOf(AddressSpace<TSync> space)
    {
        var mappings = space.Mappings;
        var pages = ImmutableArray.CreateBuilder<PageSnapshot>();
        var borrowed = ImmutableArray.CreateBuilder<BorrowedSnapshot>();
        foreach (var mapping in mappings)
        {
            if (mapping.Backing is Attachment<TSync> attachment) Borrow(mapping, attachment.Permit.Segment, borrowed);
            else Visit(mapping, mapping.Range, (page, frame) => pages.Add(new(page, frame.Id, frame.References, frame.Pins)
            {
                MegaPlace = frame.Source is MegaPool<TSync> ? frame.Place : null,
            }));
        }

        return new(
            space.Id,
            space.RangeActive,
            [.. mappings.Select(MappingOf)],
            pages.ToImmutable())
        {
            Borrowed = borrowed.ToImmutable(),
        };
    }

    /// <summary>The pages of an attachment that reach memory now.</summary>
    private static void Borrow(Mapping<Backing<TSync>> mapping, Segment<TSync> segment, ImmutableArray<BorrowedSnapshot>.Builder borrowed)
    {
        if (!segment.IsLive) return;
        var shown = new AddressRange(new(mapping.BackingOffset), mapping.Range.Length);
        foreach (var lent in segment.Space.Mappings.Overlapping(shown))
        {
            if (lent.PageSize != mapping.PageSize || !lent.Range.TryIntersect(shown, out var common)) continue;
            Visit(lent, common, (page, frame) => borrowed.Add(new(
                new(mapping.Range.Start + (page.Start.Value - shown.Start.Value), page.Length), frame.Id, mapping.Rights & lent.Rights)));
        }
    }

    /// <summary>The pages of a part of a mapping that have memory of its own.</summary>
    private static void Visit(Mapping<Backing<TSync>> mapping, AddressRange part, Action<AddressRange, Frame<TSync>> action)
    {
        if (mapping.Backing is not OwnMemory<TSync> memory) return;
        var shift = mapping.PageSize.Shift;
        var first = (long)(mapping.OffsetOf(part.Start) >> shift);
        memory.VisitFrames(first, (long)(part.Length >> shift), (index, frame) => action(
            new(part.Start + ((ulong)(index - first) << shift), mapping.PageSize.Bytes), frame));
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
