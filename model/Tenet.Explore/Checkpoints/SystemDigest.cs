using System.Security.Cryptography;
using System.Text;

namespace Tenet.Explore;

/// <summary>A digest of everything that decides what a search finds: another theory, instance or layout has another one.</summary>
internal static class SystemDigest
{
    public static byte[] Of(CompiledSystem system, bool isReduced)
    {
        var ground = system.Ground;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        Add($"{ground.Instance.Name} {isReduced} {ground.Instance.MayEnd} {system.Packing.Words}");
        foreach (var cell in ground.Variable) Add($"{cell.Symbol} {string.Join(',', cell.Arguments)} {cell.Size} {system.Packing[cell.Id]}");
        foreach (var state in ground.Initial) Add(string.Join(' ', state));
        foreach (var action in ground.Actions)
        {
            Add($"{action.Rule.Name} {string.Join(',', action.Arguments)} {GroundText.Of(action.Guard)} {GroundText.Of(action.KeepsTransitions)}");
            foreach (var assignment in action.Assignments) Add($"{GroundText.Name(assignment.Cell)} = {GroundText.Of(assignment.Value)}");
        }

        foreach (var property in ground.Invariants.Concat(ground.Goals)) Add($"{property.Rule.Name} {GroundText.Of(property.Holds)}");
        foreach (var refusal in ground.Refusals) Add($"{refusal.Rule.Name} {refusal.Refusal.Error} {GroundText.Of(refusal.When)}");
        return hash.GetHashAndReset();
    }
}
