using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Braid;

/// <summary>
/// Makes a failing schedule smaller by leaving out, joining and moving the stretches in which one thread runs, as delta debugging does with
/// the parts of an input. Every candidate is run as advice; what counts is what was really done.
/// </summary>
/// <param name="run">Runs an execution under advice; the same advice always does the same.</param>
/// <param name="failure">What a candidate must end in.</param>
/// <param name="maxRuns">Executions it may take.</param>
/// <param name="stop">Ends it early.</param>
internal sealed class Shrinker(Func<IReadOnlyList<Decision>, Attempt> run, Failure failure, int maxRuns, CancellationToken stop = default)
{
    private readonly HashSet<UInt128> tried = [];
    private Attempt best = null!;

    /// <summary>Executions so far.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether the budget ended before all had been tried.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>The smallest schedule found; what it was given when nothing smaller fails likewise.</summary>
    public Attempt Shrink(Attempt start)
    {
        best = start;
        for (var before = default(ScheduleSize?); !IsSpent && (before is null || best.Size < before);)
        {
            before = best.Size;
            DropThreads();
            DropTail();
            DropStretches();
            JoinStretches();
        }
        return best;
    }

    private List<Decision[]> Current => Blocks.Of(best.Taken);

    // A thread that has no part in it: others go on without.
    private void DropThreads()
    {
        foreach (var thread in best.Taken.Select(each => each.Thread).Distinct().ToList())
            Try([.. best.Taken.Where(each => each.Thread != thread)]);
        foreach (var buffer in best.Taken.Select(each => each.Mover).Where(mover => mover.IsBuffer).Distinct().ToList())
            Try([.. best.Taken.Where(each => each.Mover != buffer)]);
    }

    // After the cut the running thread goes on as long as it can; or another one does.
    private void DropTail()
    {
        for (var keep = 0; keep < Current.Count && !IsSpent; keep++)
        {
            var head = Blocks.Join(Current.Take(keep));
            if (Try(head)) continue;
            foreach (var thread in best.Taken.Select(each => each.Thread).Distinct().ToList())
                if (Try([.. head, .. Enumerable.Repeat(new Decision(thread, OperationKind.None, ""), best.Taken.Count)])) break;
        }
    }

    private void DropStretches()
    {
        for (var size = Math.Max(1, Current.Count / 2); size >= 1; size /= 2)
            for (var at = 0; at + size <= Current.Count && !IsSpent;)
                if (!Try(Blocks.Join([.. Current.Take(at), .. Current.Skip(at + size)]))) at++;
    }

    // What lies between two stretches of one thread is moved behind the second or before the first: one switch less, or two.
    private void JoinStretches()
    {
        for (var first = 0; first < Current.Count && !IsSpent; first++)
        {
            var blocks = Current;
            var second = blocks.FindIndex(first + 1, block => block[0].Mover == blocks[first][0].Mover);
            if (second < 0) continue;
            var between = blocks[(first + 1)..second];
            if (Try(Blocks.Join([.. blocks[..(first + 1)], blocks[second], .. between, .. blocks[(second + 1)..]]))
                || Try(Blocks.Join([.. blocks[..first], .. between, blocks[first], .. blocks[second..]]))) first--;
        }
    }

    private bool Try(IReadOnlyList<Decision> advice)
    {
        if (!tried.Add(DigestOf(advice))) return false;
        if (Runs >= maxRuns || stop.IsCancellationRequested)
        {
            IsSpent = true;
            return false;
        }
        Runs++;
        var attempt = run(advice);
        if (!attempt.FailsAs(failure) || !(attempt.Size < best.Size)) return false;
        best = attempt;
        return true;
    }

    // A schedule may have ten thousand steps, so what has been tried is remembered by digest.
    private static UInt128 DigestOf(IReadOnlyList<Decision> advice)
    {
        var bytes = new byte[8 * advice.Count];
        for (var i = 0; i < advice.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8 * i), advice[i].Mover.IsBuffer ? ~advice[i].Thread : advice[i].Thread);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((8 * i) + 4), advice[i].Choice ?? -1);
        }
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
    }
}
