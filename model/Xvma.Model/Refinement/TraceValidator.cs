using Tenet;
using Xvma.Observing;
using Xvma.Spec.Formal;

namespace Xvma.Model.Refinement;

/// <summary>Says whether a recorded run is a behaviour of the specification: the oracle without a scheduler.</summary>
public static class TraceValidator
{
    /// <summary>Holds a trace against a specification.</summary>
    /// <param name="trace">What <see cref="TraceRecorder"/> wrote.</param>
    /// <param name="theory">The specification; the system's own when null.</param>
    /// <exception cref="TraceFormatException">It cannot be read to its end: no trace, another version, damaged, cut off, or of more tasks, pages and frames than can be followed.</exception>
    public static TraceVerdict Validate(TextReader trace, Theory? theory = null)
    {
        var oracle = new Oracle(theory ?? XvmaTheory.Theory);
        var reader = new TraceReader(trace, oracle);
        reader.ReadHeader();
        long events = 0;
        try
        {
            while (reader.ReadNext()) events++;
        }
        catch (Braid.Violation violation)
        {
            return new(events, oracle.Followed, reader.Line, reader.Text, violation.Identity, violation.Message);
        }
        catch (Exception senseless) when (senseless is IndexOutOfRangeException or NullReferenceException or InvalidCastException or ArgumentException)
        {
            return new(events, oracle.Followed, reader.Line, reader.Text, "INV-9", "The event speaks of something that is not there.");
        }

        catch (InvalidOperationException tooLarge)
        {
            throw new TraceFormatException(reader.Line, $"the run has become larger than can be followed: {tooLarge.Message}");
        }

        // The last line is no event.
        return new(events - 1, oracle.Followed);
    }
}
