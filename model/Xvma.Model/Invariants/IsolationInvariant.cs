namespace Xvma.Model;

/// <summary>INV-2: a task translates in its own space and in that of the group it is a member of now, nowhere else.</summary>
public sealed class IsolationInvariant() : Invariant("INV-2", "a usable translation is the task's own or of the group it is a member of now")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var context in machine.Chiplets.SelectMany(chiplet => chiplet.Contexts))
        {
            var task = machine.Tasks.FirstOrDefault(candidate => candidate.Id == context.Task);
            if (task is null) return $"A context of task {context.Task} is loaded, but there is no such task any more.";
            if (context.PrivateSpace != task.Private.Id) return $"The context of task {task.Id} translates private addresses in space {context.PrivateSpace}.";
            if (context.SharedSpace != 0 && context.SharedSpace != machine.SharedSpaceOf(task))
                return $"The context of task {task.Id} translates shared addresses in space {context.SharedSpace}, whose group it is not a member of.";
        }
        return StrangeTranslation(machine, options.Layout) is { } strange
            ? $"Task {strange.Task} can use {strange.Page} of space {strange.Space}, which it has no right to."
            : null;
    }

    private static TranslationSnapshot? StrangeTranslation(MachineSnapshot machine, AddressLayout layout)
    {
        foreach (var translation in machine.Translations())
        {
            var task = machine.Tasks.FirstOrDefault(candidate => candidate.Id == translation.Task);
            if (task is null) return translation;
            var reachable = layout.Classify(translation.Page.Start) == AddressKind.Private ? task.Private.Id : machine.SharedSpaceOf(task);
            if (translation.Space == 0 || translation.Space != reachable) return translation;
        }
        return null;
    }
}
