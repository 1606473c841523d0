namespace Xvma;

/// <summary>What a vector instruction does to one of its elements, once translated.</summary>
internal interface IElementOperation
{
    /// <summary>What it wants of the element.</summary>
    static abstract Access Access { get; }

    /// <summary>Does it.</summary>
    /// <param name="memory">Where the element is.</param>
    /// <param name="width">Its bytes: 1, 2, 4 or 8.</param>
    /// <param name="element">Which one it is, from 0.</param>
    void Perform(long memory, int width, int element);
}
