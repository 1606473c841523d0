namespace Xvma.Tests.Sequences;

/// <summary>A mapping as the model knows it.</summary>
internal sealed record ModelMapping(ulong Start, ulong Length, PageSize PageSize, Rights Rights)
{
    public ulong Last => Start + (Length - 1);

    public bool Overlaps(AddressRange range) => Start <= range.Last.Value && range.Start.Value <= Last;

    public bool Contains(ulong address) => Start <= address && address <= Last;

    /// <summary>Whether an end of the range lies inside one of its pages.</summary>
    public bool IsCut(AddressRange range) =>
        (Contains(range.Start.Value) && range.Start.Value % PageSize.Bytes != 0)
        || (Contains(range.Last.Value) && (range.Last.Value + 1) % PageSize.Bytes != 0);
}
