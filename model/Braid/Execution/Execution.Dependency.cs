namespace Braid;

internal abstract partial class Execution
{
    /// <summary>How <paramref name="thread"/>'s pending operation would be a step in the present state.</summary>
    public void Describe(int thread, ref Step step)
    {
        ref var operation = ref pending[thread];
        var access = AccessOf(in operation);
        step.Thread = (byte)thread;
        step.Kind = operation.Kind;
        step.Access = access;
        step.AfterPause = paused;
        step.Location = operation.Location;
        step.Choice = 0;
        step.Low = operation.Low;
        step.High = operation.High;
        step.Before = values[operation.Location];
        step.Value = operation.Value;
        step.IsVisible = access >= Access.Share && operation.Location < visible.Length && visible[operation.Location];
        if (access is Access.Send or Access.Receive)
        {
            step.Low = access == Access.Send ? MailboxState.Sent(step.Before) : MailboxState.Received(step.Before);
            step.High = step.Low + 1;
        }

        if (isBuffered) DescribeBuffered(thread, ref step);
    }

    private Access AccessOf(in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual or OperationKind.PrepareToWait
                or OperationKind.Wait or OperationKind.LoadMemory or OperationKind.CopyFrom:
                return Access.Read;
            case OperationKind.CompareExchange:
                return values[operation.Location] == operation.Expected ? Access.Write : Access.Read;
            case OperationKind.CompareExchangeReference:
                return ReferenceEquals(references[operation.Location], operation.ExpectedReference) ? Access.Write : Access.Read;
            case OperationKind.CompareExchangeMemory:
                return memory.Read(operation.Value, (int)operation.Extra) == (ulong)operation.Expected ? Access.Write : Access.Read;
            case OperationKind.TryEnter:
                return values[operation.Location] == 0 ? Access.Write : Access.Read;
            case OperationKind.TryEnterRead:
                return ReaderWriterState.AdmitsReader(values[operation.Location]) ? Access.Share : Access.Read;
            case OperationKind.TryEnterWrite:
                return ReaderWriterState.AdmitsWriter(values[operation.Location]) ? Access.Write : Access.Inspect;
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
