using System.Reflection;

namespace Xvma.Model;

/// <summary>One actor of a scenario that has been arranged.</summary>
/// <param name="Method">Where its body is written.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Body">What it does.</param>
internal sealed record ScenarioActor(MethodInfo Method, ActorRole Role, Action Body)
{
    /// <summary>Its name in traces: the method's, lower case.</summary>
    public string Name { get; } = Names.Words(Method.Name);
}
