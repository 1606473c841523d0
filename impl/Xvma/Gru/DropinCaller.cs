namespace Xvma;

/// <summary>Who tries a dropin.</summary>
internal enum DropinCaller
{
    /// <summary>The interrupt handler: it never waits and allocates nothing.</summary>
    Interrupt,

    /// <summary>The user's call to the operating system.</summary>
    User,
}
