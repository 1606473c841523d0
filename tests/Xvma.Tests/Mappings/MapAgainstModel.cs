using System.Collections.Immutable;

namespace Xvma.Tests.Mappings;

/// <summary>Runs a sequence of operations on a map and on the model, and says where they first differ.</summary>
internal sealed class MapAgainstModel(ulong windowStart, PagewiseModel model)
{
    private static readonly PageSize[] Sizes = [PageSize.Of4K, PageSize.Of4K, new PageSize(13), PageSize.Of64K];
    private static readonly Rights[] AllRights = [Rights.None, Rights.Read, Rights.ReadWrite];
    private static readonly object[] Backings = [new(), new()];

    private MappingMap<object> map = MappingMap<object>.Empty;

    public int MostMappings { get; private set; }

    public string? FirstDifference(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if ((Apply(operation) ?? Compare()) is { } difference)
                return $"{operation}: {difference}";
            MostMappings = Math.Max(MostMappings, map.Count);
        }

        return null;
    }

    private string? Apply(Operation operation)
    {
        var at = Modulo(operation.At, PagewiseModel.PageCount);
        var choice = Modulo(operation.Choice, 1 << 16);
        switch (operation.Kind)
        {
            case OperationKind.Insert:
                var size = Sizes[choice % Sizes.Length];
                var perPage = (int)(size.Bytes / PagewiseModel.PageBytes);
                at -= at % perPage;
                var length = perPage * (1 + Modulo(operation.Length, Math.Min(3, (PagewiseModel.PageCount - at) / perPage)));
                var mapping = new Mapping<object>(
                    Pages(at, length), size, AllRights[choice % 3], Backings[choice % 2], (ulong)choice * PageSize.Of64K.Bytes);
                var fits = map.TryInsert(mapping, out map) == MappingRefusal.None;
                return fits == model.TryInsert(mapping) ? null : $"inserted: {fits}";

            case OperationKind.Remove:
                var range = Range(operation, at, choice);
                return map.TryRemove(range, out map, out var removed) is MappingRefusal.SplitsPage == model.CutsPage(range)
                    ? model.CutsPage(range) ? None(removed) : Same(removed, model.Remove(range))
                    : $"refused {range}: {!model.CutsPage(range)}";

            case OperationKind.SetRights:
                range = Range(operation, at, choice);
                var rights = AllRights[choice % 3];
                return map.TrySetRights(range, rights, out map, out var changed) is MappingRefusal.SplitsPage == model.CutsPage(range)
                    ? model.CutsPage(range) ? None(changed) : Same(changed, model.SetRights(range, rights))
                    : $"refused {range}: {!model.CutsPage(range)}";

            default:
                var alignment = Sizes[choice % Sizes.Length];
                var wanted = 1 + (choice % 40);
                var region = Pages(at, 1 + Modulo(operation.Length, PagewiseModel.PageCount - at));
                var expected = model.FindFree(wanted, alignment, region);
                var found = map.FindFree((ulong)wanted * PagewiseModel.PageBytes, alignment, region, out var free) ? free : (AddressRange?)null;
                return found == expected ? null : $"free: {found}, not {expected}";
        }
    }

    private string? Compare()
    {
        if (map.FindFlaw() is { } flaw)
            return flaw;
        if (map.Count != model.Count || map.MappedBytes != model.MappedBytes)
            return $"{map}, not {model.Count} with {model.MappedBytes} bytes";
        for (var i = 0; i < PagewiseModel.PageCount; i++)
        {
            var address = new ExtendedAddress(windowStart + ((ulong)i * PagewiseModel.PageBytes) + (ulong)(i * 7));
            var page = map.TryFind(address, out var mapping)
                ? (mapping.Backing, mapping.OffsetOf(address) - (ulong)(i * 7), mapping.Rights, mapping.PageSize)
                : ((object, ulong, Rights, PageSize)?)null;
            var expected = model[i] is { } known ? (known.Backing, known.Offset, known.Rights, known.Size) : ((object, ulong, Rights, PageSize)?)null;
            if (page != expected)
                return $"page {i} is {page}, not {expected}";
        }

        return null;
    }

    // What is said to be gone or changed is, page for page, what the model says.
    private string? Same(ImmutableArray<Mapping<object>> pieces, List<(int Number, PagewiseModel.Page Page)> expected)
    {
        var actual = pieces.SelectMany(piece =>
        {
            var (first, last) = model.PagesOf(piece.Range);
            return Enumerable.Range(first, last - first + 1).Select(i =>
                (i, piece.Backing, piece.BackingOffset + ((ulong)(i - first) * PagewiseModel.PageBytes), piece.Rights, piece.PageSize));
        });
        return actual.SequenceEqual(expected.Select(page => (page.Number, page.Page.Backing, page.Page.Offset, page.Page.Rights, page.Page.Size)))
            ? null
            : $"{pieces.Length} pieces ({string.Join("; ", pieces)}) are not the {expected.Count} pages expected";
    }

    private static string? None(ImmutableArray<Mapping<object>> pieces) => pieces.IsEmpty ? null : "refused, and yet something is gone";

    // Ranges of whole pages mostly; now and then one that is a few bytes off.
    private AddressRange Range(Operation operation, int at, int choice)
    {
        var pages = 1 + Modulo(operation.Length, Math.Min(120, PagewiseModel.PageCount - at));
        var range = Pages(at, pages);
        return (choice % 16) switch
        {
            0 => new(range.Start + 1, range.Length - 1),
            1 => new(range.Start, range.Length - 1),
            _ => range,
        };
    }

    private AddressRange Pages(int first, int count) =>
        new(new(windowStart + ((ulong)first * PagewiseModel.PageBytes)), (ulong)count * PagewiseModel.PageBytes);

    private static int Modulo(int value, int modulus) => (int)((uint)value % (uint)modulus);
}
