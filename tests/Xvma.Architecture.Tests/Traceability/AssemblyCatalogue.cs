using System.Collections;
using System.Reflection;
using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>The static list <c>All</c> of a type, read by name: scenarios and known bugs of the model, lemmas of the proofs.</summary>
/// <remarks>
/// By name, because these lists belong to assemblies that grow beside this one; a list that is renamed is not overlooked, since every
/// name in it is then missing.
/// </remarks>
internal sealed class AssemblyCatalogue(CheckKind kind, string assembly, string type, string name, string clauses) : ICheckCatalogue
{
    public IReadOnlyList<NamedCheck> Checks { get; } = [.. Read(kind, assembly, type, name, clauses)];

    private static IEnumerable<NamedCheck> Read(CheckKind kind, string assembly, string type, string name, string clauses)
    {
        var all = Assembly.Load(assembly).GetType(type)?.GetProperty("All", BindingFlags.Public | BindingFlags.Static);
        if (all?.GetValue(null) is not IEnumerable items) yield break;
        foreach (var item in items)
        {
            var claims = Value(item, clauses);
            yield return new(
                new(kind, (string)Value(item, name)),
                claims is IEnumerable<string> several ? [.. several] : [claims.ToString()!],
                $"{type}.All");
        }
    }

    private static object Value(object item, string property) =>
        item.GetType().GetProperty(property)?.GetValue(item)
        ?? throw new InvalidOperationException($"{item.GetType()} has no {property}.");
}
