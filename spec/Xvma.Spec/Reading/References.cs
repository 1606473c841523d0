namespace Xvma.Spec;

/// <summary>Whatever the text calls a clause is one.</summary>
internal static class References
{
    public static void Check(IReadOnlyList<ChapterSource> sources, IReadOnlyList<Chapter> chapters, List<SpecificationError> errors)
    {
        var known = chapters.SelectMany(chapter => chapter.Clauses).Select(clause => clause.Id).ToHashSet();
        foreach (var source in sources)
        {
            var line = 0;
            foreach (var text in source.Text.Split('\n'))
            {
                line++;
                foreach (var id in ClauseId.MentionedIn(text).Where(id => !known.Contains(id)).Distinct())
                    errors.Add(new(SpecificationErrorKind.UnknownClause, new(source.File, line), $"there is no clause {id}"));
            }
        }
    }
}
