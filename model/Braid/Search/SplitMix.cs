namespace Braid;

/// <summary>SplitMix64: a small deterministic generator, the same on every machine.</summary>
internal struct SplitMix(ulong seed)
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private ulong state = seed + Golden;

    // Drawn ahead: a decision is known at once when it is asked for, and what depends on it is not guessed for long.
    private ulong ahead = Mix(seed + Golden);

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }

    public static ulong Mix(ulong first, ulong second) => Mix(Mix(first + Golden) ^ (second * Golden));

    /// <summary>One multiplication: enough for hashes of what is mixed already.</summary>
    public static ulong Fold(ulong first, ulong second) => Math.BigMul(first, second, out _) ^ (first * second);

    public ulong Next()
    {
        var drawn = ahead;
        ahead = Mix(state += Golden);
        return drawn;
    }

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1, up to a bias of 2^-32.</summary>
    public uint Below(uint bound) => (uint)(((Next() >> 32) * bound) >> 32);
}
