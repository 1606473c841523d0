namespace Xvma.Spec;

/// <summary>Ids are dense, in order, unique, and a family is at home in one chapter.</summary>
internal static class Numbering
{
    public static void Check(IReadOnlyList<Chapter> chapters, List<SpecificationError> errors)
    {
        var homes = new Dictionary<string, string>();
        var seen = new Dictionary<ClauseId, Place>();
        foreach (var chapter in chapters)
        {
            if (!homes.TryAdd(chapter.Family, chapter.File))
                errors.Add(Bad(chapter.Clauses[0], $"the family {chapter.Family} is at home in {homes[chapter.Family]}"));

            var expected = 1;
            foreach (var clause in chapter.Clauses)
            {
                if (!seen.TryAdd(clause.Id, clause.Place))
                {
                    errors.Add(new(SpecificationErrorKind.DuplicateId, clause.Place, $"{clause.Id} is at {seen[clause.Id]} already"));
                    continue;
                }

                if (clause.Id.Family != chapter.Family)
                    errors.Add(Bad(clause, $"{clause.Id} is not of the chapter's family, {chapter.Family}"));
                else if (clause.Id.Number != expected)
                    errors.Add(Bad(clause, $"{clause.Id} stands where {chapter.Family}-{expected} is expected"));
                expected = clause.Id.Number + 1;
            }
        }
    }

    private static SpecificationError Bad(Clause clause, string message) => new(SpecificationErrorKind.BadNumbering, clause.Place, message);
}
