using Braid;
using Xvma.Sync;

namespace Xvma.Model;

/// <summary>Certificates of scenarios over the production library.</summary>
public static class ScenarioCertificate
{
    /// <summary>The code that an exploration of a scenario runs: the seam, the library and the scenarios.</summary>
    public static IReadOnlyList<CodeIdentity> Code { get; } =
        [CodeIdentity.Of(typeof(ISync).Assembly), CodeIdentity.Of(typeof(Machine).Assembly), CodeIdentity.Of(typeof(ScenarioInfo).Assembly)];

    /// <summary>The certificate of an exploration that left nothing out.</summary>
    /// <param name="scenario">What was explored.</param>
    /// <param name="options">Within which bounds.</param>
    /// <param name="coverage">What was covered.</param>
    public static Certificate Of(ScenarioInfo scenario, ExplorerOptions options, Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Certificate.Of(scenario.Name, scenario.Geometry, options, coverage, Code);
    }

    /// <summary>What a certificate's file is called: the scenario, and the memory model where it is not sequential consistency.</summary>
    public static string FileNameOf(string scenario, MemoryModel model)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var name = scenario.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal);
        return $"{name}{(model == MemoryModel.SequentialConsistency ? "" : "-tso")}.json";
    }
}
