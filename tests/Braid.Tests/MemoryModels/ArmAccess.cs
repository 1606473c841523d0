namespace Braid.Tests.MemoryModels;

/// <summary>What the compiler makes of loads and stores on Arm.</summary>
public enum ArmAccess
{
    /// <summary><c>ldr</c> and <c>str</c>: what no cell uses.</summary>
    Plain,

    /// <summary><c>ldapr</c> and <c>stlr</c>: the least that <c>Volatile</c> asks for.</summary>
    AcquireRelease,

    /// <summary><c>ldar</c> and <c>stlr</c>, which keep their order among themselves too: what older processors have.</summary>
    Sequential,
}
