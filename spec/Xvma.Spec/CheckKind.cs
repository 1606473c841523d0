namespace Xvma.Spec;

/// <summary>What kind of thing checks a clause.</summary>
public enum CheckKind
{
    /// <summary>A scenario of the model, explored under every schedule; written in italics.</summary>
    Scenario,

    /// <summary>A known bug: an edit of the production code that the checker must find.</summary>
    KnownBug,

    /// <summary>A test, written <c>Class.Method</c>.</summary>
    Test,

    /// <summary>A lemma proved of the production code's own arithmetic, written <c>L1</c>.</summary>
    Lemma,
}
