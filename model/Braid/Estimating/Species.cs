namespace Braid;

/// <summary>How many kinds there are, and how likely the next one met is new, from how often each kind has been met: estimators of ecology.</summary>
/// <remarks>All of them take what was met for independent draws from one distribution.</remarks>
internal static class Species
{
    private const double Normal95 = 1.959964;

    /// <summary>
    /// The number of kinds, as Chao1 has it (Chao: "Nonparametric estimation of the number of classes in a population", 1984; variance and
    /// log-normal interval after Chao, 1987): what was seen, and what as many kinds seen once and twice say of those not seen. A lower bound: it is
    /// right when the kinds not seen are as likely as those seen once, and too low when some are much rarer.
    /// </summary>
    /// <param name="draws">How many were met.</param>
    /// <param name="seen">How many kinds.</param>
    /// <param name="once">Kinds met once.</param>
    /// <param name="twice">Kinds met twice.</param>
    public static Estimate AtLeast(long draws, long seen, long once, long twice)
    {
        if (once == 0 || draws < 2) return new(seen, seen, seen);
        var share = (draws - 1.0) / draws;
        double unseen, variance;
        if (twice > 0)
        {
            var ratio = (double)once / twice;
            unseen = share * once * ratio / 2;
            variance = twice * ((share / 2 * ratio * ratio) + (share * share * ratio * ratio * ratio) + (share * share / 4 * ratio * ratio * ratio * ratio));
        }
        else
        {
            unseen = share * once * (once - 1.0) / 2;
            variance = unseen + (share * share * once * ((2.0 * once) - 1) * ((2.0 * once) - 1) / 4)
                - (share * share * once * once * once * once / 4 / (seen + unseen));
        }

        if (unseen <= 0) return new(seen, seen, seen + 1);
        var spread = Math.Exp(Normal95 * Math.Sqrt(Math.Log(1 + (Math.Max(variance, 0) / (unseen * unseen)))));
        return new(seen + unseen, seen + (unseen / spread), seen + (unseen * spread));
    }

    /// <summary>
    /// The probability that the next draw is of a kind not met so far: the share of draws whose kind was met once (Good: "The population frequencies
    /// of species and the estimation of population parameters", 1953, after Turing), with the normal interval of Esty (1983).
    /// </summary>
    public static Estimate NextIsNew(long draws, long once, long twice)
    {
        if (draws == 0) return new(1, 0, 1);
        if (once == 0) return new(0, 0, Math.Min(1, 3.0 / draws));
        var share = (double)once / draws;
        var error = Normal95 * Math.Sqrt((once * (1 - share)) + (2.0 * twice)) / draws;
        return new(share, Math.Max(0, share - error), Math.Min(1, share + error));
    }
}
