using Braid;

namespace Xvma.Model;

/// <summary>What an actor may observe; anything else is a violation of the clause named.</summary>
public static class Expect
{
    /// <summary>The operation was done.</summary>
    public static void Ok(Result result) => OneOf(result, XvmaError.None);

    /// <summary>The operation was done; its value.</summary>
    public static T Ok<T>(Result<T> result)
    {
        Ok(result.Outcome);
        return result.Value;
    }

    /// <summary>The operation was refused for this reason.</summary>
    public static void Refused(XvmaError error, Result result) => OneOf(result, error);

    /// <summary>The operation ended in one of these ways; <see cref="XvmaError.None"/> is: done.</summary>
    public static void OneOf(Result result, params ReadOnlySpan<XvmaError> allowed)
    {
        if (!allowed.Contains(result.Error))
            throw new Violation("INV-11", $"The operation ended with “{result}”; it may end with {List(allowed)} only.");
    }

    /// <summary>The instruction is complete.</summary>
    public static void Done(FaultCause cause) => OneOf(cause, FaultCause.None);

    /// <summary>The instruction ended in one of these ways; <see cref="FaultCause.None"/> is: complete.</summary>
    public static void OneOf(FaultCause cause, params ReadOnlySpan<FaultCause> allowed)
    {
        if (!allowed.Contains(cause))
            throw new Violation("INV-11", $"The instruction ended with {cause}; it may end with {List(allowed)} only.");
    }

    /// <summary>The load ended in this exception: what it reached for must be out of reach by now.</summary>
    public static void Fault(FaultCause cause, Loaded loaded)
    {
        if (loaded.Cause == cause) return;
        throw new Violation("INV-4", loaded.Cause == FaultCause.None
            ? $"The load read {loaded.Value} through a translation that had been taken away; it must end with {cause}."
            : $"The load ended with {loaded.Cause}; it must end with {cause}.");
    }

    /// <summary>The load read one of these values.</summary>
    public static void Value(Loaded loaded, params ReadOnlySpan<ulong> allowed)
    {
        Done(loaded.Cause);
        AmongValues(loaded, allowed);
    }

    /// <summary>The load read one of these values, or ended in this exception.</summary>
    public static void ValueOr(FaultCause cause, Loaded loaded, params ReadOnlySpan<ulong> allowed)
    {
        OneOf(loaded.Cause, FaultCause.None, cause);
        if (loaded.Cause == FaultCause.None) AmongValues(loaded, allowed);
    }

    /// <summary>This is so.</summary>
    public static void That(bool condition, string clause, string otherwise)
    {
        if (!condition) throw new Violation(clause, otherwise);
    }

    private static void AmongValues(Loaded loaded, ReadOnlySpan<ulong> allowed)
    {
        if (!allowed.Contains(loaded.Value))
            throw new Violation("INV-2", $"The load read {loaded.Value}, which nobody wrote there: expected {List(allowed)}.");
    }

    private static string List<T>(ReadOnlySpan<T> values) => string.Join(" or ", values.ToArray());
}
