namespace Xvma.Model;

/// <summary>INV-8 at rest: no invalidation, no pin, one reference a page, no frame that no page holds.</summary>
public sealed class CountsInvariant() : Invariant("INV-8", "at rest, references and pins are exact")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        foreach (var (space, owner, _) in machine.Spaces())
        {
            if (space.RangeActive != 0) return $"Range-active of {owner} is {space.RangeActive} although no invalidation is under way.";
            foreach (var page in space.Frames)
            {
                if (page.Pins != 0) return $"Frame {page.Frame} of {owner} has {page.Pins} pins although no fault is in progress.";
                var holders = space.Mappings.Count(mapping => mapping.Range.Overlaps(page.Page));
                if (page.References != holders) return $"Frame {page.Frame} of {owner} has {page.References} references; {holders} mappings hold it.";
            }
        }
        var attached = machine.Spaces().SelectMany(space => space.Space.Mappings).Where(mapping => mapping.Attachment is not null).ToList();
        foreach (var segment in machine.Segments)
        {
            var permits = machine.Tasks.SelectMany(task => task.Permits).Where(permit => permit.Segment == segment.Id).Select(permit => permit.Id).ToHashSet();
            var pieces = attached.Count(mapping => permits.Contains(mapping.Attachment!.Permit));
            if (segment.Attachments > pieces) return $"{segment.Id} counts {segment.Attachments} attachments, of which {pieces} pieces are mapped.";
            if (segment.Attachments == 0 && pieces != 0) return $"{segment.Id} knows of no attachment, and {pieces} pieces of some are mapped.";
        }

        var held = machine.Spaces().SelectMany(space => space.Space.Frames).Select(page => page.Frame).Distinct().Count();
        return machine.LiveFrames == held ? null : $"{machine.LiveFrames} frames are allocated, mappings hold {held}.";
    }
}
