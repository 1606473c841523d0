namespace Xvma.Proofs.Tests;

/// <summary>Instructions that the production code has no need of (yet), and some that are to be refused.</summary>
public static class Samples
{
    public static ulong Narrow(ulong a, int b) => unchecked((byte)a + (ulong)(sbyte)b + (ushort)(a >> 8) + (ulong)(short)b + (uint)a);

    public static int Ordered(int a, int b) => a < b ? a >> 3 : a >= 40 ? -b : ~a;

    public static bool Mixed(int a, int b, bool c) => (a == b && !c) | (c & (a > b)) ^ (a != 0);

    public static ulong Twice(ulong a, ulong b)
    {
        var sum = a + b;
        if (sum > a)
            sum -= b * 3;
        return sum ^ (sum << 7);
    }

    public static int Chosen(ulong a, int b) => AddressMath.KindOf(a, 5, 9, 100) switch
    {
        AddressKind.Shared => b,
        AddressKind.Private => -b,
        _ => 7,
    };

    public static ulong Loop(ulong a)
    {
        while (a > 5)
            a--;
        return a;
    }

    public static ulong Divide(ulong a, ulong b) => a / b;


}
