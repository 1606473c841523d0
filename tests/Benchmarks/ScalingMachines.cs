using Xvma;

namespace Benchmarks;

/// <summary>With tasks, groups and chiplets of a machine.</summary>
internal static class ScalingMachines
{
    private static readonly int[] Tasks = [1, 10, 100, 1_000];
    private static readonly int[] Groups = [1, 10, 100, 1_000, 10_000];
    private static readonly int[] Chiplets = [1, 2, 4, 8, 16, 32, 64];

    public static void Run(ScalingReport report)
    {
        var (starts, loads) = (new double[Tasks.Length], new double[Tasks.Length]);
        for (var i = 0; i < Tasks.Length; i++)
        {
            var machine = Machine.Create();
            var tasks = Enumerable.Range(0, Tasks[i]).Select(_ => machine.StartTask(uid: 1)).ToArray();
            var address = tasks[0].MapPrivate(4096, PageSize.Of4K).Start;
            starts[i] = ScalingRounds.Median(20, () =>
            {
                for (var n = 0; n < 20; n++) machine.StartTask(uid: 1).Dispose();
            });
            loads[i] = ScalingRounds.Median(1_000, () =>
            {
                for (var n = 0; n < 1_000; n++) tasks[0].Gru.Load<ulong>(address);
            });
            foreach (var task in tasks) task.Dispose();
        }

        report.Add("Tasks of a machine", Tasks, ("start and end one more", starts), ("a load that hits", loads));
        var (creates, joins) = (new double[Groups.Length], new double[Groups.Length]);
        for (var i = 0; i < Groups.Length; i++)
        {
            var machine = Machine.Create();
            var ids = Enumerable.Range(0, Groups[i]).Select(_ => machine.StartTask(uid: 1).CreateSharedXmm()).ToArray();
            using var task = machine.StartTask(uid: 1);
            var random = new Random(7);
            creates[i] = ScalingRounds.Median(20, () =>
            {
                for (var n = 0; n < 20; n++)
                {
                    task.CreateSharedXmm();
                    task.Leave();
                }
            });
            joins[i] = ScalingRounds.Median(20, () =>
            {
                for (var n = 0; n < 20; n++)
                {
                    task.Join(ids[random.Next(ids.Length)]);
                    task.Leave();
                }
            });
        }

        report.Add("Groups of a machine", Groups, ("create and leave one more", creates), ("join and leave one at random", joins));
        var (changes, known) = (new double[Chiplets.Length], new double[Chiplets.Length]);
        for (var i = 0; i < Chiplets.Length; i++)
        {
            var machine = Machine.Create(new() { Chiplets = Chiplets[i], TlbSets = 16 });
            var tasks = Enumerable.Range(0, Chiplets[i]).Select(_ => machine.StartTask(uid: 1)).ToArray();
            var group = tasks[0].CreateSharedXmm();
            foreach (var task in tasks.Skip(1)) task.Join(group);
            var there = tasks[0].MapShared(4096, PageSize.Of4K).Start;
            changes[i] = ScalingRounds.Median(20, () => Change(tasks[0]));

            // A context of the group is loaded on every chiplet there is.
            foreach (var task in tasks) task.Gru.Load<ulong>(there);
            known[i] = ScalingRounds.Median(20, () => Change(tasks[0]));
            foreach (var task in tasks) task.Dispose();
        }

        report.Add("Chiplets of a machine", Chiplets, ("map and unmap in a space that no chiplet knows", changes), ("in one that every chiplet knows", known));
    }

    private static void Change(XvmaTask task)
    {
        for (var n = 0; n < 20; n++) task.Unmap(task.MapShared(4096, PageSize.Of4K).Range);
    }
}
