using System.Numerics;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>What everybody who has not ended is about to do, for those who know nothing of <see cref="Step"/>.</summary>
    public ReadOnlySpan<PendingMove> PendingMoves(PendingMove[] into, ulong enabled)
    {
        var count = 0;
        for (var rest = plain | waiting; rest != 0; rest &= rest - 1)
        {
            var mover = BitOperations.TrailingZeroCount(rest);
            ref var operation = ref pending[mover];
            var isMessage = operation.Kind is OperationKind.Send or OperationKind.Receive;
            into[count++] = new()
            {
                Mover = mover,
                CanMove = (enabled >> mover & 1) != 0,
                Kind = operation.Kind,
                Location = operation.Location,
                FirstWord = operation.Low,
                EndWord = operation.High,
                Succeeds = !CanFail(operation.Kind) || AccessOf(in operation, values[operation.Location]) is not (Access.Read or Access.Inspect),
                Message = !isMessage ? 0 : operation.Kind == OperationKind.Send ? MailboxState.Sent(values[operation.Location]) : MailboxState.Received(values[operation.Location]),
                EntersBuffer = isBuffered && mover < firstBuffer && IsBufferedStore(operation.Kind, operation.Order),
                StoresAwaited = isBuffered && mover < firstBuffer ? buffers[mover].Needed : 0,
            };
        }

        return into.AsSpan(0, count);
    }

    /// <summary>Whether the last schedule was given up before its end: too long, or not repeatable.</summary>
    public bool IsCutOff => Defect?.Kind == FailureKind.RuleBroken || (Defect is not null && stepCount >= maxSteps);

    private static bool CanFail(OperationKind kind) =>
        kind is OperationKind.CompareExchange or OperationKind.CompareExchangeReference or OperationKind.CompareExchangeMemory
            or OperationKind.TryEnter or OperationKind.TryEnterRead or OperationKind.TryEnterWrite;
}
