using Braid;
using Xvma.Model.Refinement;
using Xvma.Observing;
using Xvma.Sync;

namespace Xvma.Model.Tests.Programs;

/// <summary>Runs a program on one thread over the recording instantiation, every step and every answer held against the specification.</summary>
internal sealed class SpecifiedRun(Tenet.Theory theory)
{
    /// <summary>Tasks at a time.</summary>
    public const int Tasks = 8;

    /// <summary>Operations that were neither refused nor faulted.</summary>
    public long Done { get; private set; }

    /// <summary>Actions of the specification that were followed.</summary>
    public long Followed { get; private set; }

    /// <summary>Messages received.</summary>
    public long Received { get; private set; }

    /// <summary>Runs a program; each number stands for an operation.</summary>
    /// <returns>What the specification does not allow, after the calls that led there; null when it allows everything.</returns>
    public string? FirstDisagreement(IEnumerable<int> program, MachineOptions options)
    {
        var oracle = new Oracle(theory);
        var calls = new Calls(oracle);
        RecordingSync.Observe(MachineObserver.Over<RecordingSync>(calls));
        try
        {
            var machine = Machine.Create<RecordingSync>(options);
            using var pool = new SoakPool(machine, Tasks);
            var worker = new SoakWorker(pool, seed: 0);
            foreach (var number in program) worker.Step(number);
            Invariant.CheckAll([.. Invariant.AtRest], machine);
            foreach (var task in machine.Snapshot().Tasks) _ = machine.FindTask(task.Id)?.TryExit();
            Invariant.CheckAll([Invariant.NothingLeft], machine);
            Done += worker.Done;
            Received += worker.Received;
            return null;
        }
        catch (Violation violation)
        {
            return $"{Said(calls.First ?? violation)}{Environment.NewLine}{calls}";
        }
        finally
        {
            RecordingSync.Observe(null);
            Followed += oracle.Followed;
        }
    }

    private static string Said(Exception objection) => objection is Violation violation ? $"{violation.Identity}: {violation.Message}" : $"{objection}";

    /// <summary>Passes all on until the oracle objects, and keeps the calls to show them.</summary>
    private sealed class Calls(IMachineListener oracle) : IMachineListener
    {
        private readonly List<string> lines = [];

        /// <summary>What it objected to. The library leaves its brackets and locks then, and what the oracle would say of that is not to hide it.</summary>
        public Exception? First { get; private set; }

        public void Made(MachineView machine) => Pass(() => oracle.Made(machine));

        public void On(in CellEvent happened)
        {
            var cell = happened;
            Pass(() => oracle.On(in cell));
        }

        public void Called(int thread, in CallView call)
        {
            var made = call;
            lines.Add($"{call}");
            Pass(() => oracle.Called(thread, in made));
        }

        public void Invalidates(int thread, in InvalidationView invalidation)
        {
            var told = invalidation;
            Pass(() => oracle.Invalidates(thread, in told));
        }

        public void Returned(int thread, in ReturnView done)
        {
            var returned = done;
            lines.Add($"  {done}");
            Pass(() => oracle.Returned(thread, in returned));
        }

        public override string ToString() => string.Join(Environment.NewLine, lines.TakeLast(40));

        private void Pass(Action on)
        {
            if (First is not null) return;
            try
            {
                on();
            }
            catch (Exception objection)
            {
                First = objection;
                throw;
            }
        }
    }
}
