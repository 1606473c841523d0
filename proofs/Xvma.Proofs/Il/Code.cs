using System.Reflection;

namespace Xvma.Proofs.Il;

/// <summary>What methods do: by default what their IL says, which is what runs in production.</summary>
public class Code
{
    /// <summary>The production code.</summary>
    public static Code Production { get; } = new();

    /// <summary>The body of a method.</summary>
    public virtual IlBody BodyOf(MethodInfo method) => IlReader.Read(method);

    /// <summary>Something to call that does what <see cref="BodyOf"/> says.</summary>
    public virtual MethodInfo Runnable(MethodInfo method) => method;
}
