namespace Xvma;

/// <summary>Comparing rights by inclusion.</summary>
public static class RightsExtensions
{
    /// <summary>Whether <paramref name="held"/> includes everything in <paramref name="wanted"/>.</summary>
    public static bool Allow(this Rights held, Rights wanted) => (held & wanted) == wanted;

    /// <summary>Whether the value is one of the three named rights: writing without reading is not.</summary>
    public static bool IsKnown(this Rights rights) => rights is Rights.None or Rights.Read or Rights.ReadWrite;
}
