using System.Runtime.InteropServices;

namespace Braid;

/// <summary>What one thread waits for and another gives, once each time. Never spins: giver and taker share a core.</summary>
internal sealed unsafe class Baton : IDisposable
{
    /// <summary>
    /// How often a taker lets others run before it goes to sleep. Of a few threads on one core the giver's waiting soon lets the taker run, and
    /// one call of the kernel then does what sleeping and waking take two for.
    /// </summary>
    private const int Yields = 2;

    private const int Nothing = 0;
    private const int Given = 1;
    private const int Asleep = 2;

    private readonly int* word;
    private readonly AutoResetEvent? portable;

    public Baton()
    {
        if (Futex.IsAvailable) word = (int*)NativeMemory.AlignedAlloc(64, 64);
        else portable = new(false);
        if (word is not null) *word = Nothing;
    }

    public void Give()
    {
        if (word is null)
        {
            portable!.Set();
            return;
        }

        if (Interlocked.Exchange(ref *word, Given) == Asleep) Futex.WakeOne(word);
    }

    public void Await()
    {
        if (word is null)
        {
            portable!.WaitOne();
            return;
        }

        for (var yields = 0; yields < Yields && Volatile.Read(ref *word) == Nothing; yields++) Futex.LetOthersRun();
        if (Interlocked.CompareExchange(ref *word, Asleep, Nothing) == Nothing)
        {
            while (Volatile.Read(ref *word) == Asleep) Futex.WaitWhile(word, Asleep);
        }

        Volatile.Write(ref *word, Nothing);
    }

    public void Dispose()
    {
        if (word is not null) NativeMemory.AlignedFree(word);
        portable?.Dispose();
    }
}
