using System.Reflection;

namespace Xvma.Proofs;

/// <summary>Whether Z3.Linq has a part in the proofs of this build.</summary>
public static class Z3LinqStatus
{
    /// <summary>What there is to say about it, in one line; the build prints the same.</summary>
    public static string Line { get; } = typeof(Z3LinqStatus).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Z3.Linq").Value!;
}
