namespace Braid;

internal abstract partial class Execution
{
    /// <summary>How <paramref name="thread"/>'s pending operation would be a step in the present state.</summary>
    public void Describe(int thread, ref Step step) => Describe(thread, in pending[thread], ref step);

    private void Describe(int thread, in Operation operation, ref Step step)
    {
        var before = values[operation.Location];
        var access = AccessOf(in operation, before);
        step.Thread = (byte)thread;
        step.Kind = operation.Kind;
        step.Access = access;
        step.AfterPause = paused;
        step.Location = operation.Location;
        step.Choice = 0;
        step.Low = operation.Low;
        step.High = operation.High;
        step.Before = before;
        step.Value = operation.Value;
        step.Expected = operation.Expected;
        step.IsVisible = visible.Length > 0 && IsVisible(in step);
        if (access is Access.Send or Access.Receive)
        {
            step.Low = access == Access.Send ? MailboxState.Sent(step.Before) : MailboxState.Received(step.Before);
            step.High = step.Low + 1;
        }

        if (isBuffered) DescribeBuffered(thread, ref step);
    }

    /// <summary>
    /// How a step would be one if the step at <paramref name="other"/>, with which it races, had not been: a compare-and-exchange may fail or
    /// succeed then, an attempt at a lock likewise, and a message has an earlier number.
    /// </summary>
    /// <param name="step">The later step.</param>
    /// <param name="other">Index of the earlier one.</param>
    /// <param name="at">Index of the later one.</param>
    /// <param name="readers">Readers of a lock that have come between the two and stay, less those that have gone.</param>
    public Step Without(in Step step, int other, int at, int readers)
    {
        ref var earlier = ref steps[other];
        var result = step;
        if (earlier.Location != step.Location || earlier.Access < Access.Share) return result;
        switch (step.Kind)
        {
            case OperationKind.CompareExchange:
                result.Access = earlier.Before == step.Expected ? Access.Write : Access.Read;
                break;
            case OperationKind.CompareExchangeReference:
                result.Access = ReferenceEquals(referencesBefore[other], referencesExpected[at]) ? Access.Write : Access.Read;
                break;
            case OperationKind.TryEnter:
                result.Access = earlier.Before == 0 ? Access.Write : Access.Read;
                break;
            case OperationKind.TryEnterRead:
                result.Access = ReaderWriterState.AdmitsReader(earlier.Before) ? Access.Share : Access.Read;
                break;
            case OperationKind.TryEnterWrite:
                result.Access = ReaderWriterState.AdmitsWriter(earlier.Before + (readers * ReaderWriterState.OneReader)) ? Access.Write : Access.Inspect;
                break;
            case OperationKind.Send:
                (result.Low, result.High) = (earlier.Low, earlier.High);
                break;
            default:
                return result;
        }

        result.IsVisible = IsVisible(in result);
        return result;
    }

    private bool IsVisible(in Step step) => step.Access >= Access.Share && step.Location < visible.Length && visible[step.Location];

    /// <summary>Keeps what <see cref="Without"/> needs of a step on a reference.</summary>
    private void NoteReferences(in Operation operation)
    {
        if (referencesBefore.Length < steps.Length)
        {
            Array.Resize(ref referencesBefore, steps.Length);
            Array.Resize(ref referencesExpected, steps.Length);
        }

        referencesBefore[stepCount] = references[operation.Location];
        referencesExpected[stepCount] = operation.ExpectedReference;
    }

    private object?[] referencesBefore = [];
    private object?[] referencesExpected = [];

    private Access AccessOf(in Operation operation, long before)
    {
        switch (operation.Kind)
        {
            case OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual or OperationKind.PrepareToWait
                or OperationKind.Wait or OperationKind.LoadMemory or OperationKind.CopyFrom:
                return Access.Read;
            case OperationKind.CompareExchange:
                return before == operation.Expected ? Access.Write : Access.Read;
            case OperationKind.CompareExchangeReference:
                return ReferenceEquals(references[operation.Location], operation.ExpectedReference) ? Access.Write : Access.Read;
            case OperationKind.TryEnter:
                return before == 0 ? Access.Write : Access.Read;
            case OperationKind.TryEnterRead:
                return ReaderWriterState.AdmitsReader(before) ? Access.Share : Access.Read;
            case OperationKind.TryEnterWrite:
                return ReaderWriterState.AdmitsWriter(before) ? Access.Write : Access.Inspect;
            case OperationKind.EnterRead or OperationKind.ExitRead:
                return Access.Share;
            case OperationKind.FenceHeavy:
                return Access.Inspect;
            case OperationKind.Choose or OperationKind.Delay or OperationKind.Fence or OperationKind.FenceHeavyEnd:
                return Access.Local;
            case OperationKind.Send:
                return Access.Send;
            case OperationKind.Receive:
                return Access.Receive;
            default:
                return Access.Write;
        }
    }
}
