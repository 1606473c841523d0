namespace Xvma.Model.Coyote;

/// <summary>Where scenarios come from. The type lives in a rewritten assembly, is public and has a constructor without parameters.</summary>
public interface IScenarioCatalog
{
    /// <summary>Arranges the scenario called <paramref name="scenario"/> on a fresh native machine.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="calls">Where its calls are shown.</param>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    IScenarioRun Begin(string scenario, ICallLog calls);
}
