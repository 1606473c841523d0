using System.Runtime.InteropServices;
using Braid;
using Microsoft.Coyote.Rewriting;

namespace Xvma.Model.Coyote;

/// <summary>
/// Knows which mapped memory is live, so that an access to memory that was given back is a violation of INV-6 under Coyote, not a crash of
/// the checker. Called by the seam's memory operations in the copy that <see cref="MemoryGuardPatch"/> has changed; production knows nothing of it.
/// </summary>
/// <remarks>
/// What is given back stays mapped until some iterations later: what reads it after that is a thread that Coyote has interrupted and
/// that is still unwinding, or a bug, and neither may bring down the process.
/// </remarks>
[SkipRewriting("Its lock is no part of the program under test: a scheduling point here would part an access from its check.")]
public static partial class MemoryGuard
{
    private const int Grace = 4;

    private static readonly Lock Gate = new();
    private static readonly Queue<List<Reservation>> Retired = new();
    private static List<Reservation> current = [];

    /// <summary>Ends an iteration: what it reserved is gone, given back or not.</summary>
    internal static void BeginIteration()
    {
        lock (Gate)
        {
            Retired.Enqueue(current);
            current = [];
            if (Retired.Count <= Grace) return;
            foreach (var old in Retired.Dequeue()) _ = Unmap((nint)old.Address, (nuint)old.Bytes);
        }
    }

    /// <summary>Memory was mapped at <paramref name="address"/>; 0 when the system refused.</summary>
    public static void Reserved(long address, long bytes)
    {
        if (address == 0) return;
        lock (Gate) current.Add(new(address, bytes));
    }

    /// <summary>Memory is given back, once and whole.</summary>
    /// <exception cref="Violation">It is not what was reserved, or was given back before.</exception>
    public static void Released(long address, long bytes)
    {
        lock (Gate)
        {
            var found = current.Find(reservation => reservation.Address == address && reservation.Bytes == bytes);
            if (found is null) throw Broken("given back and was never reserved", address, bytes);
            if (found.IsReleased) throw Broken("given back twice", address, bytes);
            found.IsReleased = true;
        }
    }

    /// <summary>Memory is about to be accessed, or has just been.</summary>
    /// <exception cref="Violation">Not all of it lies in one live reservation.</exception>
    public static void Check(long address, long bytes)
    {
        lock (Gate)
        {
            // The latest first: a scenario works on what it has mapped last.
            var found = current.FindLast(reservation => reservation.Address <= address && address - reservation.Address <= reservation.Bytes - bytes);
            if (found is null) throw Broken("accessed and was never reserved", address, bytes);
            if (found.IsReleased) throw Broken("accessed after it was given back", address, bytes);
        }
    }

    private static Violation Broken(string what, long address, long bytes)
    {
        // Addresses differ from run to run; the text of a failure should not.
        var number = current.FindIndex(reservation => reservation.Address <= address && address < reservation.Address + reservation.Bytes);
        var where = number < 0 ? "nowhere" : $"reservation {number + 1} of the run, at its byte {address - current[number].Address}";
        return new("INV-6", $"Memory was {what}: {bytes} bytes, {where}.");
    }

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint bytes);

    private sealed class Reservation(long address, long bytes)
    {
        public long Address { get; } = address;

        public long Bytes { get; } = bytes;

        public bool IsReleased { get; set; }
    }
}
