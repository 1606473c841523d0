using System.Numerics;
using System.Security.Cryptography;

namespace Braid.Checker;

/// <summary>Hashes of executions as certificates define them, and of what has been done so far.</summary>
/// <remarks>
/// A certificate's text of an execution, of 32-bit integers, low byte first: how it ended; the number of movers; for each mover the number of its
/// steps and for each of these its operation, its location (0 for a store that enters a buffer), what was chosen, and for each mover how many of
/// its steps happen before, the step itself counted. The text is hashed by SHA-256, read as a number whose first byte is the highest.
/// </remarks>
internal static class CanonicalForm
{
    private static readonly BigInteger Modulus = BigInteger.One << 256;

    /// <summary>The hash of a complete execution.</summary>
    public static BigInteger Of(IReadOnlyList<Event> events, int movers, TraceEnd end)
    {
        using var text = new MemoryStream();
        using var writer = new BinaryWriter(text);
        writer.Write((int)end);
        writer.Write(movers);
        for (var mover = 0; mover < movers; mover++)
        {
            var own = events.Where(step => step.Mover == mover).ToList();
            writer.Write(own.Count);
            own.ForEach(step => Write(writer, step));
        }

        writer.Flush();
        return new(SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length)), isUnsigned: true, isBigEndian: true);
    }

    /// <summary>The sum of two hashes.</summary>
    public static BigInteger Sum(BigInteger left, BigInteger right) => (left + right) % Modulus;

    /// <summary>
    /// The hash of one step with its past: two executions are so far the same up to the order of independent steps if and only if they have the
    /// same steps with the same pasts, so that the sum of these hashes names what has been done.
    /// </summary>
    public static UInt128 Of(Event step)
    {
        using var text = new MemoryStream();
        using var writer = new BinaryWriter(text);
        writer.Write(step.Mover);
        Write(writer, step);
        writer.Flush();
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length)));
    }

    private static void Write(BinaryWriter writer, Event step)
    {
        writer.Write((int)step.Move.Kind);
        writer.Write(step.Move.EntersBuffer ? 0 : step.Move.Location);
        writer.Write(step.Choice);
        foreach (var number in step.Past) writer.Write(number);
    }
}
