using System.Text;

namespace Xvma.Tests.Support;

/// <summary>A snapshot as text: two are equal when the machine holds the same, and a difference can be read.</summary>
internal static class Picture
{
    public static string Of(Machine machine)
    {
        var now = machine.Snapshot();
        var text = new StringBuilder();
        foreach (var task in now.Tasks)
        {
            text.AppendLine(Invariant($"task {task.Id} uid {task.Uid} {task.State} {task.Membership}"));
            Add(text, task.Private);
        }

        foreach (var group in now.Groups)
        {
            text.AppendLine(Invariant($"{group.Id} uid {group.Uid} members {string.Join(' ', group.Members)}"));
            Add(text, group.Shared);
        }

        foreach (var chiplet in now.Chiplets)
        {
            foreach (var context in chiplet.Contexts) text.AppendLine(Invariant($"chiplet {chiplet.Index} {context}"));
            foreach (var entry in chiplet.Translations) text.AppendLine(Invariant($"chiplet {chiplet.Index} {entry}"));
        }

        foreach (var partition in now.Partitions) text.AppendLine(Invariant($"partition {partition.Index} {(partition.HasFailed ? "failed" : "lives")} {partition.LiveFrames} frames"));
        return text.AppendLine(Invariant($"{now.LiveFrames} frames, {now.LiveBytes} bytes")).ToString();
    }

    private static void Add(StringBuilder text, SpaceSnapshot space)
    {
        text.AppendLine(Invariant($"  space {space.Id} range-active {space.RangeActive}"));
        foreach (var mapping in space.Mappings) text.AppendLine(Invariant($"  {mapping}"));
        foreach (var page in space.Frames) text.AppendLine(Invariant($"  {page}"));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
