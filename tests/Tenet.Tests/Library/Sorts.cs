namespace Tenet.Tests;

public readonly record struct Reader : IElement;

public readonly record struct Book : IElement;

public readonly record struct Branch : IElement;

/// <summary>Where a book is.</summary>
public enum Place
{
    Shelf,
    Hands,
    Nowhere,
}

/// <summary>What the library answers instead of doing what it is asked.</summary>
public enum Refused
{
    NotAMember,
    AlreadyOut,
}
