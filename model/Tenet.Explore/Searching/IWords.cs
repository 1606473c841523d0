namespace Tenet.Explore;

/// <summary>How many words a state has, known to the just-in-time compiler, so that loops over them unroll.</summary>
internal interface IWords
{
    static abstract int Count { get; }
}

internal readonly struct Words1 : IWords
{
    public static int Count => 1;
}

internal readonly struct Words2 : IWords
{
    public static int Count => 2;
}

internal readonly struct Words3 : IWords
{
    public static int Count => 3;
}

internal readonly struct Words4 : IWords
{
    public static int Count => 4;
}

internal readonly struct Words5 : IWords
{
    public static int Count => 5;
}

internal readonly struct Words6 : IWords
{
    public static int Count => 6;
}

internal readonly struct Words8 : IWords
{
    public static int Count => 8;
}

internal readonly struct Words12 : IWords
{
    public static int Count => 12;
}

internal readonly struct Words16 : IWords
{
    public static int Count => 16;
}
