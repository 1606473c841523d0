using System.Runtime.CompilerServices;

namespace Xvma.Model;

/// <summary>How behaviours use the hook.</summary>
public static class CallLogExtensions
{
    /// <summary>A call begins.</summary>
    public static void Begin(this ICallLog calls, [InterpolatedStringHandlerArgument(nameof(calls))] ref CallText text)
    {
        ArgumentNullException.ThrowIfNull(calls);
        if (calls.IsOn) calls.Begin(text.Finish());
    }

    /// <summary>The innermost call ends with <paramref name="result"/>, which is returned.</summary>
    public static T Return<T>(this ICallLog calls, T result)
    {
        ArgumentNullException.ThrowIfNull(calls);
        if (calls.IsOn) calls.End(result?.ToString() ?? "done");
        return result;
    }
}
