namespace Xvma.Model;

/// <summary>INV-8 at the end: when every task has ended, nothing is held.</summary>
public sealed class NothingLeftInvariant() : Invariant("INV-8", "after everything has left, nothing is held")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (!machine.Tasks.IsEmpty) return $"Task {machine.Tasks[0].Id} is not dead although every task has been ended.";
        if (!machine.Groups.IsEmpty) return $"{machine.Groups[0].Id} is there although no task is left to be its member.";
        if (!machine.Segments.IsEmpty) return $"{machine.Segments[0].Id} is there although no task is left to be its owner.";
        foreach (var chiplet in machine.Chiplets)
        {
            if (!chiplet.Contexts.IsEmpty) return $"Chiplet {chiplet.Index} still holds a context of task {chiplet.Contexts[0].Task}.";
            if (!chiplet.Translations.IsEmpty) return $"Chiplet {chiplet.Index} still holds a translation of {chiplet.Translations[0].Page}.";
        }
        if (machine.MegaPages is { InUse: > 0 } mega) return $"{mega.InUse} bytes of mega-page memory are still in use.";
        return machine.LiveFrames == 0 ? null : $"{machine.LiveFrames} frames of {machine.LiveBytes} bytes are still allocated.";
    }
}
