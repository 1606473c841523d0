namespace Xvma;

/// <summary>What an instruction with one operand does to it, once translated.</summary>
internal interface IOperation
{
    /// <summary>What it wants of the operand.</summary>
    static abstract Access Access { get; }

    /// <summary>Does it.</summary>
    /// <param name="memory">Where the operand is.</param>
    /// <param name="width">Its bytes.</param>
    /// <returns>The instruction's result; 0 when it has none.</returns>
    ulong Perform(long memory, int width);
}
