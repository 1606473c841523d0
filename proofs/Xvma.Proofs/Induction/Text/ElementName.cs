using System.Globalization;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>What elements are called in pictures: members by their names, others by sort and number.</summary>
internal static class ElementName
{
    public static string Of(Sort sort, int element) => sort.IsEnumeration
        ? sort.Members[element]
        : string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(sort.Name[0])}{sort.Name[1..]}{element + 1}");
}
