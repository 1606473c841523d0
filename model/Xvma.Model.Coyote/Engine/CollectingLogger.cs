using System.Globalization;
using System.Text;
using Microsoft.Coyote.Logging;

namespace Xvma.Model.Coyote;

/// <summary>Keeps what Coyote logs; its own loggers write to the console.</summary>
internal sealed class CollectingLogger : ILogger
{
    private readonly StringBuilder text = new();

    public override string ToString()
    {
        lock (text) return text.ToString();
    }

    public void Write(LogSeverity severity, string value)
    {
        lock (text) text.Append(value);
    }

    public void WriteLine(LogSeverity severity, string value)
    {
        lock (text) text.AppendLine(value);
    }

    public void Write(string value) => Write(LogSeverity.Info, value);

    public void Write(string format, object arg0) => Write(LogSeverity.Info, Format(format, arg0));

    public void Write(string format, object arg0, object arg1) => Write(LogSeverity.Info, Format(format, arg0, arg1));

    public void Write(string format, object arg0, object arg1, object arg2) => Write(LogSeverity.Info, Format(format, arg0, arg1, arg2));

    public void Write(string format, params object[] args) => Write(LogSeverity.Info, Format(format, args));

    public void Write(LogSeverity severity, string format, object arg0) => Write(severity, Format(format, arg0));

    public void Write(LogSeverity severity, string format, object arg0, object arg1) => Write(severity, Format(format, arg0, arg1));

    public void Write(LogSeverity severity, string format, object arg0, object arg1, object arg2) =>
        Write(severity, Format(format, arg0, arg1, arg2));

    public void Write(LogSeverity severity, string format, params object[] args) => Write(severity, Format(format, args));

    public void WriteLine(string value) => WriteLine(LogSeverity.Info, value);

    public void WriteLine(string format, object arg0) => WriteLine(LogSeverity.Info, Format(format, arg0));

    public void WriteLine(string format, object arg0, object arg1) => WriteLine(LogSeverity.Info, Format(format, arg0, arg1));

    public void WriteLine(string format, object arg0, object arg1, object arg2) =>
        WriteLine(LogSeverity.Info, Format(format, arg0, arg1, arg2));

    public void WriteLine(string format, params object[] args) => WriteLine(LogSeverity.Info, Format(format, args));

    public void WriteLine(LogSeverity severity, string format, object arg0) => WriteLine(severity, Format(format, arg0));

    public void WriteLine(LogSeverity severity, string format, object arg0, object arg1) => WriteLine(severity, Format(format, arg0, arg1));

    public void WriteLine(LogSeverity severity, string format, object arg0, object arg1, object arg2) =>
        WriteLine(severity, Format(format, arg0, arg1, arg2));

    public void WriteLine(LogSeverity severity, string format, params object[] args) => WriteLine(severity, Format(format, args));

    public void Dispose()
    {
        // Nothing to give back; Coyote disposes of its loggers after each run and what was collected is read after that.
    }

    private static string Format(string format, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);
}
