using System.Linq.Expressions;

namespace Tenet.Tests;

/// <summary>Reads one formula as a theory reads it.</summary>
internal static class OneRule
{
    /// <summary>The formula of a property of states, or of steps where it speaks of the state after.</summary>
    public static Formula Read(LibraryWords words, Expression<Func<Reader, Book, bool>> expression)
    {
        Rules rules = expression.ToString().Contains("Next(", StringComparison.Ordinal) ? new OfStep(expression) : new OfState(expression);
        return Assert.Single(Theory.Build("t", words, rules).Properties).Body;
    }

    private sealed class OfState(Expression<Func<Reader, Book, bool>> expression) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = Always(expression);
    }

    private sealed class OfStep(Expression<Func<Reader, Book, bool>> expression) : Rules
    {
        [Clause("A-1")]
        private Draft Rule { get; } = EveryStep(expression);
    }
}
