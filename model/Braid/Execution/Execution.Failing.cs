using System.Numerics;
using System.Text;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>Notes a failure, the first of the schedule only. The caller decides how the schedule goes on.</summary>
    protected void Fail(FailureKind kind, string identity, string message, bool isAtRest = false, bool isUnfair = false)
    {
        if (pruned || Defect is not null) return;
        recorder?.Failing();
        Defect = new(kind, identity, message, isAtRest) { IsUnfair = isUnfair };
    }

    /// <summary>Notes a failure that ends the schedule here.</summary>
    protected Exception Abort(FailureKind kind, string identity, string message)
    {
        if (mode is Mode.Arranging) return new InvalidOperationException(message);
        Fail(kind, identity, message);
        GiveUp();
        return Unwinding.Instance;
    }

    protected Exception RuleBroken(string message) => Abort(FailureKind.RuleBroken, nameof(FailureKind.RuleBroken), message);

    /// <summary>The thread on top's body ended in an exception.</summary>
    protected void Caught(Exception exception, int thread)
    {
        if (mode == Mode.Unwinding) return;
        var bit = 1UL << thread;
        if ((ended & bit) != 0)
        {
            if ((thrown & bit) == 0 || !IsCaughtUp) RuleBroken(Impure(thread, $"threw {exception.GetType().Name} where it had not"));
            return;
        }

        if (!IsCaughtUp)
        {
            RuleBroken(Impure(thread, $"threw {exception.GetType().Name} ({exception.Message}) where it had not"));
            return;
        }

        thrown |= bit;
        var (kind, identity) = Classify(exception);
        Fail(kind, identity, $"{names[thread]}: {exception.Message}");
        if (!keepGoing && !pruned) GiveUp();
    }

    private static (FailureKind Kind, string Identity) Classify(Exception exception)
    {
        if (exception is Violation violation) return (FailureKind.Safety, violation.Identity);
        var type = exception.GetType();
        var isAssertion = type.Namespace?.StartsWith("Xunit", StringComparison.Ordinal) == true ||
            type.Name.Contains("Assert", StringComparison.Ordinal);
        return isAssertion ? (FailureKind.Assertion, nameof(FailureKind.Assertion)) : (FailureKind.UnhandledException, type.Name);
    }

    protected string Impure(int thread, string what) =>
        $"{names[thread]} {what} when it was executed again. Shared state must live in cells, and bodies must be deterministic.";

    private void Invariant() => Observe(Mode.Observing, static program => program.EachStep());

    private void AtRest() => Observe(Mode.Resting, static program => program.AtRest());

    private void Observe(Mode how, Action<Program> look)
    {
        if (Defect is not null) return;
        var (was, thread) = (mode, current);
        mode = how;
        current = Stage.MaxThreads;
        try
        {
            look(program);
            if (mode == how) mode = was;
        }
        catch (Unwinding)
        {
            // The invariant itself broke a rule; the defect is noted.
        }
        catch (Exception exception)
        {
            mode = was;
            var (kind, identity) = Classify(exception);
            Fail(kind, identity, exception.Message, isAtRest: how == Mode.Resting);
            if (!keepGoing || how == Mode.Resting) GiveUp();
        }
        finally
        {
            current = thread;
        }
    }

    private void ReportDeadlock()
    {
        var text = new StringBuilder("Nobody can move:");
        var asleep = false;
        for (var rest = waiting; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            ref var operation = ref pending[thread];
            asleep |= operation.Kind is OperationKind.Wait or OperationKind.SpinWhileEqual;
            text.Append(rest == waiting ? " " : "; ").Append(names[thread]).Append(' ').Append(WaitsFor(in operation, thread));
        }

        var kind = asleep ? FailureKind.LostWakeup : FailureKind.Deadlock;
        Fail(kind, kind.ToString(), text.Append('.').ToString());
        GiveUp();
    }

    private string WaitsFor(in Operation operation, int thread)
    {
        var place = NameOf(in operation, thread);
        var value = values[operation.Location];
        return operation.Kind switch
        {
            OperationKind.Enter => $"waits for {place}, held by {NameOfThread((int)value - 1)}",
            OperationKind.EnterRead or OperationKind.AwaitWrite when ReaderWriterState.WriterOf(value) is >= 0 and var writer =>
                $"waits for {place}, written by {NameOfThread(writer)}",
            OperationKind.EnterRead => $"waits for {place}, which a writer waits for",
            OperationKind.AwaitWrite => $"waits for {place}, read by {ReaderWriterState.Readers(value)}",
            OperationKind.Wait => $"sleeps in {place}",
            OperationKind.SpinWhileEqual => $"spins while {place} is {operation.Value}",
            OperationKind.Receive => $"is idle at {place}",
            _ => $"waits for {place}",
        };
    }

    private string NameOfThread(int thread) => (uint)thread < (uint)names.Count ? names[thread] : "the arrangement";
}
