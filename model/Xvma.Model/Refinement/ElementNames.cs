using Tenet;

namespace Xvma.Model.Refinement;

/// <summary>What elements of the specification are called in the machine: <c>task 2</c>, <c>frame 7</c>.</summary>
internal sealed class ElementNames(Shadow shadow)
{
    public string Of(Sort sort, int element)
    {
        if (sort.IsEnumeration) return element < sort.Members.Length ? sort.Members[element] : $"{sort} {element}";
        return sort.Name switch
        {
            "Task" => $"task {shadow.TaskIds[element]}",
            "Xmm" => shadow.SpaceIds[element] == 0 ? "no space" : $"space {shadow.SpaceIds[element]}",
            "Uid" => $"uid {shadow.Uids[element]}",
            "Address" => new ExtendedAddress(shadow.Addresses[element]).ToString(),
            "Page" => shadow.Pages[element].Range.ToString(),
            "Size" => new PageSize(shadow.Shifts[element]).ToString(),
            "Range" => element == 0 ? "everything" : shadow.Ranges[element].ToString(),
            "Frame" => $"frame {shadow.FrameIds[element]}",
            "Asid" => $"ASID {shadow.Asids[element]}",
            "Slot" => SlotName(element),
            "Segment" => shadow.SegmentIds[element] == 0 ? "no segment" : $"segment {shadow.SegmentIds[element]}",
            "Permit" => shadow.PermitIds[element] == 0 ? "a new permit" : $"permit {shadow.PermitIds[element]}",
            "Invalidation" => $"invalidation {element + 1}",
            _ => $"{sort.Name.ToLowerInvariant()} {element}",
        };
    }

    private string SlotName(int element)
    {
        var number = shadow.SlotNumbers[element];
        var task = shadow.State[Xvma.Spec.Formal.XvmaTheory.Vocabulary.TaskOf, element];
        var slot = (number / 2) - ((long)task * shadow.Options.SlotsPerContext);
        return $"slot {slot} of task {shadow.TaskIds[task]}{(number % 2 == 1 ? ", second operand" : "")}";
    }
}
