namespace Xvma.Spec;

/// <summary>How the chapters write a kind of check.</summary>
internal static class CheckKindNames
{
    public static string Singular(CheckKind kind) => kind switch
    {
        CheckKind.Scenario => "scenario",
        CheckKind.KnownBug => "known bug",
        CheckKind.Test => "test",
        CheckKind.Lemma => "lemma",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Counted(CheckKind kind, int count) => Singular(kind) + (count == 1 ? "" : "s");

    /// <summary>Reads <c>scenario</c> or <c>scenarios</c>; the number has to agree with what follows.</summary>
    public static bool TryRead(string word, out CheckKind kind, out bool plural)
    {
        plural = word.EndsWith('s');
        var singular = plural ? word[..^1] : word;
        foreach (var candidate in Enum.GetValues<CheckKind>())
        {
            if (Singular(candidate) != singular) continue;
            kind = candidate;
            return true;
        }

        kind = default;
        return false;
    }
}
