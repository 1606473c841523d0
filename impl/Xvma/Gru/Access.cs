namespace Xvma;

/// <summary>What an instruction wants of an operand.</summary>
internal enum Access
{
    Read,
    Write,
}
