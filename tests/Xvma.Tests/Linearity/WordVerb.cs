namespace Xvma.Tests.Linearity;

/// <summary>What is done to a page, or to the word at its start.</summary>
internal enum WordVerb
{
    Map,
    Unmap,
    Load,
    Store,
    FetchAdd,
    Swap,
    CompareAndSwap,
    FetchAnd,
    FetchOr,
    FetchXor,
}
