namespace Xvma.Model;

/// <remarks>The last partition fails and returns; the first one lives, so that there is always somebody who reaches for what has gone.</remarks>
internal sealed partial class SoakWorker
{
    private void StepOfPartitions(SoakKind kind)
    {
        var machine = pool.Machine;
        var partition = machine.Options.Partitions - 1;
        if (partition == 0) return;
        switch (kind)
        {
            case SoakKind.FailPartition:
                if (random.Next(4) == 0) Count(machine.TryFailPartition(partition));
                break;
            case SoakKind.ReturnPartition:
                var returned = machine.TryReturnPartition(partition);
                Count(returned);
                if (returned.IsOk) Returns++;
                break;
            case SoakKind.Beat: Count(machine.TryBeat(partition)); break;
            case SoakKind.Look: Count(machine.TryLook(partition).Outcome); break;
        }
    }
}
