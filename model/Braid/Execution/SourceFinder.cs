using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Xvma.Sync;

namespace Braid;

/// <summary>Finds the line of the code under test that performs the operation under way: the innermost one outside of the explorer and the seam.</summary>
internal static class SourceFinder
{
    private static readonly Assembly[] Machinery = [typeof(SourceFinder).Assembly, typeof(ISync).Assembly];
    private static readonly ConcurrentDictionary<string, string> Short = new(StringComparer.Ordinal);

    /// <summary>The line; null when no symbols are there.</summary>
    public static SourceLine? Here()
    {
        var stack = new StackTrace(fNeedFileInfo: false);
        for (var at = 1; at < stack.FrameCount; at++)
        {
            var assembly = stack.GetFrame(at)?.GetMethod()?.DeclaringType?.Assembly;
            if (assembly is null || Machinery.Contains(assembly) || assembly == typeof(object).Assembly) continue;
            var frame = new StackFrame(at, needFileInfo: true);
            var method = frame.GetMethod();
            return frame.GetFileName() is { Length: > 0 } file && frame.GetFileLineNumber() is > 0 and var line
                ? new(Short.GetOrAdd(file.Replace('\\', '/'), SourceLine.FromRoot), line, $"{NameOf(method?.DeclaringType)}.{method?.Name}")
                : null;
        }
        return null;
    }

    // Without the seam's parameter and what the compiler makes of lambdas.
    private static string NameOf(Type? type)
    {
        while (type is { IsNested: true } && type.Name.StartsWith('<')) type = type.DeclaringType;
        return type?.Name.Split('`')[0] ?? "?";
    }
}
