using System.Runtime.CompilerServices;

namespace Xvma.Model;

/// <summary>The text of a call, put together only when somebody listens: exploring must not pay for what is not shown.</summary>
[InterpolatedStringHandler]
public ref struct CallText
{
    private DefaultInterpolatedStringHandler text;

    /// <summary>Starts the text when <paramref name="calls"/> is on.</summary>
    public CallText(int literalLength, int formattedCount, ICallLog calls, out bool isOn)
    {
        ArgumentNullException.ThrowIfNull(calls);
        isOn = calls.IsOn;
        text = isOn ? new(literalLength, formattedCount) : default;
    }

    /// <summary>Adds the fixed part.</summary>
    public void AppendLiteral(string value) => text.AppendLiteral(value);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    internal string Finish() => text.ToStringAndClear();
}
