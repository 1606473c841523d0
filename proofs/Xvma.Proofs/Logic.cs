namespace Xvma.Proofs;

/// <summary>What C# has no operator for. Translated from IL like everything else a formula calls.</summary>
public static class Logic
{
    /// <summary>Whether the conclusion holds, unless the premise does not.</summary>
    public static bool Implies(bool premise, bool conclusion) => !premise || conclusion;

    /// <summary>1 for true, 0 for false: to count how many of several things hold.</summary>
    public static int One(bool truth) => truth ? 1 : 0;
}
