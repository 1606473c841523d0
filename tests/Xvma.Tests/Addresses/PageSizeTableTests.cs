namespace Xvma.Tests.Addresses;

public sealed class PageSizeTableTests
{
    [Fact]
    [Trait("Clause", "PGS-1")]
    public void The_default_table_has_the_fifteen_sizes_from_4_KB_to_1_TB()
    {
        string[] expected =
        [
            "4 KB", "64 KB", "256 KB", "512 KB", "2 MB", "8 MB", "32 MB", "128 MB", "512 MB", "2 GB", "8 GB", "32 GB", "128 GB", "512 GB", "1 TB",
        ];
        Assert.Equal(expected, PageSizeTable.Default.Sizes.Select(size => size.ToString()));
        Assert.Equal(15, PageSizeTable.Default.Count);
        Assert.Equal(string.Join(", ", expected), PageSizeTable.Default.ToString());
    }

    [Fact]
    [Trait("Clause", "PGS-2")]
    public void Every_size_of_the_default_table_has_a_code_of_its_own()
    {
        var table = PageSizeTable.Default;
        Assert.Equal(table.Count, table.Sizes.Select(table.CodeOf).Distinct().Count());
        Assert.All(table.Sizes, size => Assert.Equal(size, table.OfCode(table.CodeOf(size))));
        Assert.NotEqual(table.CodeOf(PageSize.Of256K), table.CodeOf(PageSize.Of512K));
    }

    [Fact]
    [Trait("Clause", "PGS-2")]
    public void A_table_with_a_code_twice_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PageSizeTable((PageSize.Of256K, 3), (PageSize.Of512K, 3)));
        Assert.Throws<ArgumentException>(() => new PageSizeTable((PageSize.Of256K, 13), (PageSize.Of512K, 13)));
    }

    [Fact]
    [Trait("Clause", "PGS-2")]
    public void The_formula_of_the_in_tree_driver_cannot_make_a_table()
    {
        // GRU_PAGESIZE of the in-tree driver: 512 KB gets the code of 256 KB.
        static int Formula(PageSize size) => ((size.Shift > 20 ? size.Shift + 2 : size.Shift) >> 1) - 6;
        var coded = PageSizeTable.Default.Sizes.Where(size => size <= PageSize.Of8M).Select(size => (size, Formula(size))).ToArray();
        Assert.Throws<ArgumentException>(() => new PageSizeTable(coded));
    }

    [Fact]
    public void A_table_with_a_size_twice_or_no_size_or_too_many_or_a_code_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PageSizeTable(PageSize.Of64K, PageSize.Of2M, PageSize.Of64K));
        Assert.Throws<ArgumentException>(() => new PageSizeTable((PageSize.Of64K, 1), (PageSize.Of64K, 9)));
        Assert.Throws<ArgumentException>(() => new PageSizeTable(ReadOnlySpan<PageSize>.Empty));
        Assert.Throws<ArgumentException>(() => new PageSizeTable(ReadOnlySpan<(PageSize, int)>.Empty));
        Assert.Throws<ArgumentException>(() => new PageSizeTable((PageSize.Of64K, 16)));
        Assert.Throws<ArgumentException>(() => new PageSizeTable((PageSize.Of64K, -1)));
        Assert.Throws<ArgumentException>(() => new PageSizeTable(Enumerable.Range(12, 17).Select(shift => new PageSize(shift)).ToArray()));
    }

    [Fact]
    public void A_full_table_uses_all_sixteen_codes()
    {
        var table = new PageSizeTable(Enumerable.Range(12, 16).Select(shift => new PageSize(shift)).ToArray());
        Assert.Equal(16, table.Count);
        for (var code = 0; code < 16; code++)
        {
            Assert.Equal(12 + code, table.OfCode(code).Shift);
            Assert.Equal(code, table.CodeOf(new PageSize(12 + code)));
        }

        Assert.False(table.Contains(PageSize.Of1T));
    }

    [Fact]
    public void What_is_not_in_the_table_is_not_found()
    {
        var table = new PageSizeTable((PageSize.Of64K, 7), (PageSize.Of2M, 8), (PageSize.Of1T, 15));
        Assert.False(table.TryFind(PageSize.Of4K, out _));
        Assert.False(table.TryOfCode(0, out _));
        Assert.False(table.TryOfCode(16, out _));
        Assert.False(table.TryOfCode(-1, out _));
        Assert.Throws<ArgumentException>(() => table.CodeOf(PageSize.Of4K));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.OfCode(3));
        Assert.Equal((7, 8, 15), (table.CodeOf(PageSize.Of64K), table.CodeOf(PageSize.Of2M), table.CodeOf(PageSize.Of1T)));
        Assert.Equal(3, table.Count);
    }

    [Fact]
    public void Tables_are_values()
    {
        Assert.Equal(new PageSizeTable(PageSize.Of4K, PageSize.Of2M), new PageSizeTable((PageSize.Of2M, 1), (PageSize.Of4K, 0)));
        Assert.NotEqual(new PageSizeTable(PageSize.Of4K, PageSize.Of2M), new PageSizeTable(PageSize.Of2M, PageSize.Of4K));
    }
}
