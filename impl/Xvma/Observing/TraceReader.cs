using System.Text.Json;
using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>Reads a trace, line by line, and tells a listener what it says. Strict: what it does not know, it does not read over.</summary>
/// <param name="text">The trace.</param>
/// <param name="listener">Told of every event in order.</param>
public sealed class TraceReader(TextReader text, IMachineListener listener)
{
    private bool hasMachine;
    private bool isOver;

    /// <summary>The line being read, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The text of the line being read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Reads the header.</summary>
    /// <exception cref="TraceFormatException">It is no trace, or one of another version.</exception>
    public void ReadHeader()
    {
        if (!Next()) throw new TraceFormatException(0, "it is empty");
        using var document = Parse();
        var line = new TraceLine(document.RootElement, Line);
        if (!line.Has("format") || line.Text("format") != TraceFormat.Name) throw line.Wrong($"it is no {TraceFormat.Name}");
        var version = line.Number("version");
        if (version != TraceFormat.Version) throw line.Wrong($"it is of version {version}, and only {TraceFormat.Version} is known");
    }

    /// <summary>Reads the next event, and tells it.</summary>
    /// <returns>False when the trace is over.</returns>
    /// <exception cref="TraceFormatException">The line is damaged, or the trace ends without its last line.</exception>
    public bool ReadNext()
    {
        var before = Line;
        if (!Next())
        {
            if (!isOver) throw new TraceFormatException(Line, "it ends without its last line: the trace is cut off");
            return false;
        }

        if (isOver) throw new TraceFormatException(Line, "something follows the last line");
        using var document = Parse();
        var line = new TraceLine(document.RootElement, Line);
        if (line.Has("lines"))
        {
            if (line.Number("lines") != before) throw line.Wrong($"the trace says that it has {line.Number("lines")} lines before this one, and it has {before}");
            isOver = true;
        }
        else if (line.Has("machine"))
        {
            if (hasMachine) throw line.Wrong("a second machine; a trace is of one");
            hasMachine = true;
            listener.Made(new(line.Machine()));
        }
        else if (!hasMachine)
        {
            throw line.Wrong("the machine has not been described yet");
        }
        else if (line.Has("call"))
        {
            listener.Called(line.Integer("thread"), line.Call());
        }
        else if (line.Has("invalidates"))
        {
            listener.Invalidates(line.Integer("thread"), line.Invalidation());
        }
        else if (line.Has("return"))
        {
            listener.Returned(line.Integer("thread"), new(
                line.Member<Operation>("return"), line.Has("error") ? line.Member<XvmaError>("error") : XvmaError.None, line.Has("cause") ? line.Member<FaultCause>("cause") : FaultCause.None));
        }
        else if (line.Has("cell"))
        {
            listener.On(line.Event());
        }
        else
        {
            throw line.Wrong("it is no event");
        }

        return true;
    }

    private bool Next()
    {
        if (text.ReadLine() is not { } line) return false;
        Line++;
        Text = line;
        return true;
    }

    private JsonDocument Parse()
    {
        try
        {
            return JsonDocument.Parse(Text);
        }
        catch (JsonException)
        {
            throw new TraceFormatException(Line, "it is no JSON object: the trace is damaged or cut off");
        }
    }
}
