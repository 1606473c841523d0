namespace Xvma.Spec;

/// <summary>What is wrong with a specification.</summary>
public enum SpecificationErrorKind
{
    /// <summary>A clause is not in the form that clauses have.</summary>
    MalformedClause,

    /// <summary>Two clauses have one id.</summary>
    DuplicateId,

    /// <summary>The clauses of a chapter are not numbered 1, 2, 3, …, in one family that no other chapter has.</summary>
    BadNumbering,

    /// <summary>A clause does not say why.</summary>
    NoReason,

    /// <summary>A clause names nothing that checks it, and no rule states it.</summary>
    NoCheck,

    /// <summary>The text mentions a clause that does not exist.</summary>
    UnknownClause,

    /// <summary>A chapter has no heading or no clause.</summary>
    EmptyChapter,
}
