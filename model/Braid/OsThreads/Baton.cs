using System.Runtime.InteropServices;

namespace Braid;

/// <summary>What one thread waits for and another gives, once each time. Never spins: giver and taker share a core.</summary>
internal sealed unsafe class Baton : IDisposable
{
    private readonly int* word;
    private readonly AutoResetEvent? portable;

    public Baton()
    {
        if (Futex.IsAvailable) word = (int*)NativeMemory.AlignedAlloc(64, 64);
        else portable = new(false);
        if (word is not null) *word = 0;
    }

    public void Give()
    {
        if (word is null)
        {
            portable!.Set();
            return;
        }

        Volatile.Write(ref *word, 1);
        Futex.WakeOne(word);
    }

    public void Await()
    {
        if (word is null)
        {
            portable!.WaitOne();
            return;
        }

        while (Volatile.Read(ref *word) == 0) Futex.WaitWhileZero(word);
        Volatile.Write(ref *word, 0);
    }

    public void Dispose()
    {
        if (word is not null) NativeMemory.AlignedFree(word);
        portable?.Dispose();
    }
}
